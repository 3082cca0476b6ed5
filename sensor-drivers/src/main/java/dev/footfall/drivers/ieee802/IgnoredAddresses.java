package dev.footfall.drivers.ieee802;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of fixed equipment that answers all day and is no visitor, as an option lists them. */
public final class IgnoredAddresses {
    private static final IgnoredAddresses NONE = new IgnoredAddresses(List.of());

    private final List<String> prefixes;

    private IgnoredAddresses(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** Reads addresses or beginnings of addresses, separated by commas or blanks; what is neither is left out. */
    public static IgnoredAddresses of(String option) {
        if (option.isBlank()) {
            return NONE;
        }
        List<String> prefixes = new ArrayList<>();
        for (String word : option.strip().split("[,;\\s]+")) {
            String prefix = MacAddress.beginning(word);
            if (prefix != null) {
                prefixes.add(prefix);
            }
        }
        return new IgnoredAddresses(List.copyOf(prefixes));
    }

    /** What is wrong with an option's text, to follow it in a sentence; null if all of it can be used. */
    public static @Nullable String problem(String option) {
        for (String word : option.isBlank() ? new String[0] : option.strip().split("[,;\\s]+")) {
            if (MacAddress.beginning(word) == null) {
                return "must be addresses like a4:83:e7:12:34:56 or their beginnings, separated by commas";
            }
        }
        return null;
    }

    public boolean contains(String normalised) {
        for (String prefix : prefixes) {
            if (normalised.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
