package dev.footfall.drivers.gpiobeam;

import dev.footfall.drivers.Digits;
import org.jspecify.annotations.Nullable;

/**
 * One thing a line said, in words: {@code 17 rising}, {@code 17 falling}, {@code 17 alive} (it was being watched), {@code 17
 * high} and {@code 17 low} (the level found when watching began), {@code 17 lost 3} (edges known to be lost).
 */
record EdgeText(String line, String word, int count) {
    private static final int LONGEST_NUMBER = 6;

    /** Null if the text is nothing of the kind. */
    static @Nullable EdgeText parse(String text) {
        String[] parts = text.strip().split(" ", 4);
        if (parts.length < 2 || parts.length > 3 || !isNumber(parts[0])) {
            return null;
        }
        boolean lost = parts[1].equals("lost");
        if (parts.length == 3) {
            return lost && isNumber(parts[2]) ? new EdgeText(parts[0], "lost", Integer.parseInt(parts[2])) : null;
        }
        return isWord(parts[1]) ? new EdgeText(parts[0], parts[1], 1) : null;
    }

    static boolean isNumber(String text) {
        return Digits.only(text, LONGEST_NUMBER);
    }

    static boolean isWord(String word) {
        return switch (word) {
            case "rising", "falling", "alive", "high", "low", "lost" -> true;
            default -> false;
        };
    }
}
