package dev.footfall.metrics.coverage;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the reasons of one row together. */
public final class Reasons {
    private Reasons() {}

    /** The reasons that are there, each once, or null if there is none. */
    public static @Nullable String join(@Nullable String first, @Nullable String second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        return second == null ? first : first + "; " + second;
    }

    /** The reasons that are there, each once, or null if there is none. */
    public static @Nullable String join(Collection<? extends @Nullable String> reasons) {
        Set<String> present = new LinkedHashSet<>();
        for (String reason : reasons) {
            if (reason != null) {
                present.add(reason);
            }
        }
        return present.isEmpty() ? null : String.join("; ", present);
    }
}
