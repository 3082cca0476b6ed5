package dev.footfall.drivers.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as written, with the offset if it gives one. Read by hand because {@code java.time} refuses half of
 * what devices write ({@code -5:00}, {@code +0000}, blanks, slashes) and because it is on the hot path.
 */
record WallTime(LocalDateTime local, @Nullable ZoneOffset offset) {
    private static final int LONGEST = 64;

    /** The wall time, or null if the text is none or names an impossible day or hour. */
    static @Nullable WallTime parse(String text) {
        return text.length() > LONGEST ? null : new Reader(text).read();
    }

    /** The instant in a zone; of two equal wall-clock hours the one nearer to {@code near}. */
    Instant at(ZoneId zone, Instant near) {
        Instant best = local.atZone(zone).toInstant();
        for (ZoneOffset candidate : zone.getRules().getValidOffsets(local)) {
            Instant instant = local.toInstant(candidate);
            if (distance(instant, near).compareTo(distance(best, near)) < 0) {
                best = instant;
            }
        }
        return best;
    }

    private static Duration distance(Instant a, Instant b) {
        return Duration.between(a, b).abs();
    }

    /** Reads left to right; a negative number means that something was not as it should be. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text.strip();
        }

        @Nullable
        WallTime read() {
            int year = number(4, 4);
            char separator = next();
            int month = number(1, 2);
            if ((separator != '-' && separator != '/') || next() != separator) {
                return null;
            }
            int day = number(1, 2);
            if (!timeSeparator()) {
                return null;
            }
            int hour = number(1, 2);
            int minute = skip(':') ? number(2, 2) : -1;
            int second = skip(':') ? number(2, 2) : 0;
            int nano = fraction();
            if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || nano < 0) {
                return null;
            }
            return withOffset(year, month, day, hour, minute, second, nano);
        }

        private @Nullable WallTime withOffset(
                int year, int month, int day, int hour, int minute, int second, int nano) {
            try {
                // A leap second and 24:00 are legal in the standards and mean the moment after.
                boolean leap = second == 60;
                boolean midnight = hour == 24 && minute == 0 && second == 0;
                LocalDateTime local =
                        LocalDateTime.of(year, month, day, midnight ? 0 : hour, minute, leap ? 59 : second, nano);
                local = leap ? local.plusSeconds(1) : midnight ? local.plusDays(1) : local;
                while (skip(' ')) {}
                if (at == text.length()) {
                    return new WallTime(local, null);
                }
                ZoneOffset offset = offset();
                return offset == null || at != text.length() ? null : new WallTime(local, offset);
            } catch (DateTimeException e) {
                return null;
            }
        }

        private boolean timeSeparator() {
            if (skip('T') || skip('t') || skip('_')) {
                return true;
            }
            boolean blank = false;
            while (skip(' ')) {
                blank = true;
            }
            return blank;
        }

        private int fraction() {
            if (!skip('.') && !skip(',')) {
                return 0;
            }
            int value = 0;
            int digits = 0;
            for (; at < text.length() && isDigit(text.charAt(at)); at++, digits++) {
                if (digits < 9) {
                    value = value * 10 + (text.charAt(at) - '0');
                }
            }
            for (int i = digits; i < 9; i++) {
                value *= 10;
            }
            return digits == 0 ? -1 : value;
        }

        private @Nullable ZoneOffset offset() {
            if (skip('Z') || skip('z')) {
                return ZoneOffset.UTC;
            }
            int length = Offsets.lengthAt(text, at);
            ZoneOffset offset = length < 0 ? null : Offsets.parse(text.substring(at, at + length));
            at += Math.max(length, 0);
            return offset;
        }

        private int number(int least, int most) {
            int value = 0;
            int digits = 0;
            while (digits < most && at < text.length() && isDigit(text.charAt(at))) {
                value = value * 10 + (text.charAt(at++) - '0');
                digits++;
            }
            return digits < least ? -1 : value;
        }

        private char next() {
            return at < text.length() ? text.charAt(at++) : 0;
        }

        private boolean skip(char expected) {
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
