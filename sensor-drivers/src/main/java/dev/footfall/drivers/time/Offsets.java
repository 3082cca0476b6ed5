package dev.footfall.drivers.time;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Offsets from UTC as devices write them: {@code +08:00}, {@code -5:00}, {@code +0000}, {@code UTC+8:00 Some Name}. */
public final class Offsets {
    private static final int MOST_SECONDS = 18 * 3600;

    private Offsets() {}

    /**
     * The offset at the start of a text, after an optional {@code UTC} or {@code GMT}; words after it are ignored. Null if
     * there is none or it is beyond 18 hours.
     */
    public static @Nullable ZoneOffset leading(String text) {
        String trimmed = text.strip();
        int start = trimmed.startsWith("UTC") || trimmed.startsWith("GMT") ? 3 : 0;
        if (start == trimmed.length() || trimmed.equals("Z")) {
            return trimmed.isEmpty() ? null : ZoneOffset.UTC;
        }
        int length = lengthAt(trimmed, start);
        return length < 0 ? null : parse(trimmed.substring(start, start + length));
    }

    /** Length of the offset that starts here with a sign, or −1. */
    static int lengthAt(String text, int start) {
        if (start >= text.length() || (text.charAt(start) != '+' && text.charAt(start) != '-')) {
            return -1;
        }
        int end = start + 1;
        while (end < text.length() && (Character.digit(text.charAt(end), 10) >= 0 || text.charAt(end) == ':')) {
            end++;
        }
        return end - start;
    }

    /** {@code ±H}, {@code ±HH}, {@code ±H:MM}, {@code ±HH:MM}, {@code ±HMM}, {@code ±HHMM}, the colon forms also with seconds. */
    static @Nullable ZoneOffset parse(String text) {
        String body = text.substring(1);
        String[] parts = body.split(":", -1);
        if (parts.length == 1 && body.length() > 2 && body.length() <= 4) {
            parts = new String[] {body.substring(0, body.length() - 2), body.substring(body.length() - 2)};
        }
        if (parts.length > 3 || !twoDigits(parts[0], 1)) {
            return null;
        }
        int seconds = Integer.parseInt(parts[0]) * 3600;
        for (int i = 1, unit = 60; i < parts.length; i++, unit = 1) {
            if (!twoDigits(parts[i], 2) || Integer.parseInt(parts[i]) > 59) {
                return null;
            }
            seconds += Integer.parseInt(parts[i]) * unit;
        }
        if (seconds > MOST_SECONDS) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -seconds : seconds);
    }

    private static boolean twoDigits(String part, int least) {
        return part.length() >= least && part.length() <= 2 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
