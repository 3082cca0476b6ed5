package dev.footfall.gateway.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold and what to do, continuing the sentence that a key and its value begin: in English, and by a code and what
 * stands in the sentence, so that every language can say it.
 *
 * @param code which rule it is, lower-case with dashes; stable for programs
 * @param template the English sentence, with its places in braces
 * @param values what stands in the places
 * @param then what stands in the place {@code then}; null for nothing
 */
public record Rule(
        String code,
        String template,
        Map<String, String> values,
        @Nullable Rule then) {
    private static final String THEN = "{then}";

    public Rule {
        values = Map.copyOf(values);
    }

    /**
     * A rule.
     *
     * @param named names and values of its places, by turns
     */
    static Rule of(String code, String template, @Nullable Object... named) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < named.length; i += 2) {
            values.put(String.valueOf(named[i]), String.valueOf(named[i + 1]));
        }
        return new Rule(code, template, values, null);
    }

    /** The same, going on with another one. */
    Rule then(@Nullable Rule more) {
        return new Rule(code, template, values, more);
    }

    /** The sentence in English. */
    public String text() {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.replace(THEN, then == null ? "" : then.text());
    }
}
