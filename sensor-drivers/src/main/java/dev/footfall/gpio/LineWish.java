package dev.footfall.gpio;

import java.util.List;

/**
 * Which lines to watch.
 *
 * @param chip name ({@code gpiochip0}) or label of the chip
 * @param lines numbers on the chip
 * @param pull what to do with their resistors
 * @param consumer what to call ourselves for those who look at the chip
 */
public record LineWish(String chip, List<Integer> lines, Pull pull, String consumer) {
    public LineWish {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there must be a line to watch");
        }
    }

    /** A line's resistor. */
    public enum Pull {
        AS_IS,
        UP,
        DOWN,
        OFF
    }
}
