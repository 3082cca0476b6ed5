package dev.footfall.gateway.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form that a single value must have: reads the text, or says which rule it breaks. */
@FunctionalInterface
interface Form<T> {

    Result<T> read(String text);

    /** What came of reading. */
    sealed interface Result<T> {}

    record Fits<T>(T value) implements Result<T> {}

    /** @param rule continues the sentence that the key and value begin, for example {@code must be above 0} */
    record Breaks<T>(Rule rule) implements Result<T> {}

    /** A form with one rule; the reader gives null for text that breaks it. */
    static <T> Form<T> of(Rule rule, Function<String, @Nullable T> reader) {
        return text -> {
            T value = reader.apply(text);
            return value == null ? new Breaks<>(rule) : new Fits<>(value);
        };
    }
}
