package dev.footfall.metrics.coverage;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the reasons of one row together. */
public final class Reasons {
    private Reasons() {}

    /** The reasons that are there, each once, or null if there are none. */
    public static @Nullable String join(@Nullable String... reasons) {
        return join(Arrays.asList(reasons));
    }

    /** The reasons that are there, each once, or null if there are none. */
    public static @Nullable String join(Collection<? extends @Nullable String> reasons) {
        String joined = reasons.stream().filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
        return joined.isEmpty() ? null : joined;
    }
}
