package dev.footfall.drivers.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One parser for all spellings of a time that devices use. What makes no sense is null, never a guess. */
public final class DeviceTime {
    /** 9999-12-31T23:59:59.999Z; nothing later is a time. */
    private static final long LAST_MILLI = 253_402_300_799_999L;

    private static final double SECONDS_BELOW = 1e11;
    private static final double MILLIS_BELOW = 1e14;
    private static final double MICROS_BELOW = 1e17;

    private DeviceTime() {}

    /**
     * Text with its own offset: RFC 3339 and its relatives with 0 to 9 decimals, {@code +08:00}, {@code -5:00}, {@code
     * +0000}, {@code Z}, a blank for the {@code T}, slashes in the date; or epoch seconds or milliseconds in digits.
     * Text without an offset is null.
     */
    public static @Nullable Instant withOffset(String text) {
        WallTime wall = WallTime.parse(text);
        if (wall == null) {
            return digits(text);
        }
        ZoneOffset offset = wall.offset();
        return offset == null ? null : wall.local().toInstant(offset);
    }

    /**
     * The same, and text without an offset as the wall clock of a zone.
     *
     * @param near which of two equal wall-clock hours is meant when clocks go back: the one nearer to this instant
     */
    public static @Nullable Instant inZone(String text, ZoneId zone, Instant near) {
        WallTime wall = WallTime.parse(text);
        if (wall == null) {
            return digits(text);
        }
        ZoneOffset offset = wall.offset();
        return offset == null ? wall.at(zone, near) : wall.local().toInstant(offset);
    }

    /** The wall clock of a text in a zone, whatever offset the text claims. */
    public static @Nullable Instant wallClock(String text, ZoneId zone, Instant near) {
        WallTime wall = WallTime.parse(text);
        return wall == null ? null : wall.at(zone, near);
    }

    /** Epoch milliseconds; null before 1970 or after the year 9999. */
    public static @Nullable Instant epochMillis(long millis) {
        return millis < 0 || millis > LAST_MILLI ? null : Instant.ofEpochMilli(millis);
    }

    /** A positive epoch number in seconds, milli-, micro- or nanoseconds, told apart by size. */
    public static @Nullable Instant epoch(double number) {
        if (!(number >= 0)) {
            return null;
        }
        double millis = number < SECONDS_BELOW
                ? number * 1000
                : number < MILLIS_BELOW ? number : number < MICROS_BELOW ? number / 1e3 : number / 1e6;
        return millis > LAST_MILLI ? null : Instant.ofEpochMilli(Math.round(millis));
    }

    private static @Nullable Instant digits(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 30 || !onlyDigits(trimmed)) {
            return null;
        }
        return epoch(Double.parseDouble(trimmed));
    }

    private static boolean onlyDigits(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots <= 1 && text.charAt(0) != '.';
    }
}
