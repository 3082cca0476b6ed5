package dev.footfall.drivers.genericjson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of windows. */
final class Spans {
    private static final Pattern FIXED = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Spans() {}

    /** Milliseconds of a length like {@code 60s}; −1 if the text is none. */
    static long fixedMillis(String text) {
        Matcher parts = FIXED.matcher(text);
        if (!parts.matches()) {
            return -1;
        }
        long unit = switch (parts.group(2)) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
        return Long.parseLong(parts.group(1)) * unit;
    }
}
