package dev.footfall.drivers.time;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Offsets from UTC as devices write them: {@code +08:00}, {@code -5:00}, {@code +0000}, {@code UTC+8:00 Some Name}. */
public final class Offsets {
    private static final int MOST_SECONDS = 18 * 3600;
    private static final int LONGEST = 8;

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
        int colon = text.indexOf(':');
        int digits = text.length() - 1;
        // Without colons the last two of three or four digits are minutes.
        int hoursEnd = colon >= 0 ? colon : digits > 2 ? text.length() - 2 : text.length();
        int hours = hoursEnd > 3 || digits > LONGEST ? -1 : number(text, 1, hoursEnd);
        int rest = colon >= 0 ? rest(text, colon) : hoursEnd < text.length() ? minutes(text, hoursEnd) : 0;
        int seconds = hours * 3600 + rest;
        if (hours < 0 || rest < 0 || seconds > MOST_SECONDS) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -seconds : seconds);
    }

    /** Seconds in {@code :MM} or {@code :MM:SS}, −1 if it is neither. */
    private static int rest(String text, int colon) {
        int minutes = minutes(text, colon + 1);
        if (minutes < 0 || text.length() == colon + 3) {
            return minutes;
        }
        int seconds = text.charAt(colon + 3) == ':' ? minutes(text, colon + 4) : -1;
        return seconds < 0 || text.length() != colon + 6 ? -1 : minutes + seconds / 60;
    }

    /** Seconds in the two digits of minutes that start here, −1 if there are none. */
    private static int minutes(String text, int start) {
        int minutes = text.length() < start + 2 ? -1 : number(text, start, start + 2);
        return minutes < 0 || minutes > 59 ? -1 : minutes * 60;
    }

    private static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return end > start ? value : -1;
    }
}
