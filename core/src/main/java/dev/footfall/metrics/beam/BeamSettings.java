package dev.footfall.metrics.beam;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one beam sensor is built and judged; all times in milliseconds.
 *
 * @param dual true if there are two beams, which tell the direction
 * @param debounce a line must hold a level for this long to be believed; shorter breaks and gaps are bounce
 * @param secondWithin the second beam belongs to the same person if it breaks at most this long after the first
 * @param blockedAfter a beam broken for longer is blocked by something that is not walking
 */
public record BeamSettings(boolean dual, long debounce, long secondWithin, long blockedAfter) {
    /** Shorter breaks than this are no people in the firmware of a counter that is sold. */
    private static final long DEBOUNCE = 25;

    private static final long SECOND_WITHIN = 500;
    private static final long BLOCKED_AFTER = 2500;
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /** The settings in a sensor's options; what is missing or not a length of time has its default. */
    public static BeamSettings of(Map<String, String> options) {
        return new BeamSettings(
                options.containsKey("inner"),
                millis(options.get("debounce"), DEBOUNCE),
                millis(options.get("second-within"), SECOND_WITHIN),
                millis(options.get("blocked-after"), BLOCKED_AFTER));
    }

    private static long millis(@org.jspecify.annotations.Nullable String text, long otherwise) {
        Matcher parts = LENGTH.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return otherwise;
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> count;
            case "s" -> count * 1000;
            case "m" -> count * 60_000;
            case "h" -> count * 3_600_000;
            default -> count * 86_400_000;
        };
    }
}
