package dev.footfall.drivers.xovis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which way a counter counts. Forward is in. */
enum Direction {
    FORWARD,
    BACKWARD;

    /** The counters a line has; {@code fw-male}, {@code fw-age} and the like are parts of the same people and not read. */
    static @Nullable Direction ofCounter(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "fw", "forward", "in" -> FORWARD;
            case "bw", "backward", "out" -> BACKWARD;
            default -> null;
        };
    }

    static @Nullable Direction ofEvent(String type) {
        return switch (type) {
            case "LINE_CROSS_FORWARD" -> FORWARD;
            case "LINE_CROSS_BACKWARD" -> BACKWARD;
            default -> null;
        };
    }

    /** True if this way leads in, given whether the line is mounted the wrong way round. */
    boolean in(boolean swapped) {
        return (this == FORWARD) != swapped;
    }
}
