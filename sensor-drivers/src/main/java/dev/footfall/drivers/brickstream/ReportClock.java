package dev.footfall.drivers.brickstream;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.Digits;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.drivers.xml.XmlElement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The device's wall clock. It names its winter offset in hours and whether it changes to summer time, but not by which rules:
 * the store's zone has them if its winter offset is the same.
 */
final class ReportClock {
    private static final Duration LONGEST = Duration.ofHours(25);

    /** Whose rules a device most likely follows where the store's zone is another. */
    private static final Map<Integer, String> RULES = Map.of(
            -9, "America/Anchorage",
            -8, "America/Los_Angeles",
            -7, "America/Denver",
            -6, "America/Chicago",
            -5, "America/New_York",
            -4, "America/Halifax",
            0, "Europe/London",
            1, "Europe/Paris",
            2, "Europe/Athens");

    private final ZoneId zone;
    private final Instant arrival;

    private ReportClock(ZoneId zone, Instant arrival) {
        this.zone = zone;
        this.arrival = arrival;
    }

    record Window(Instant start, Instant end) {}

    static ReportClock of(@Nullable XmlElement properties, DecodeContext context) {
        Instant arrival = context.receivedAt();
        String hours = properties == null ? null : properties.text("Timezone");
        ZoneOffset winter = hours == null ? null : offset(hours);
        if (winter == null) {
            return new ReportClock(context.zone(), arrival);
        }
        boolean summerTime = properties != null && "1".equals(properties.text("DST"));
        if (!summerTime) {
            return new ReportClock(winter, arrival);
        }
        if (context.zone().getRules().getStandardOffset(arrival).equals(winter)) {
            return new ReportClock(context.zone(), arrival);
        }
        String rules = winter.getTotalSeconds() % 3600 == 0 ? RULES.get(winter.getTotalSeconds() / 3600) : null;
        return new ReportClock(rules == null ? winter : ZoneId.of(rules), arrival);
    }

    /** Null if there is no time that makes sense. */
    @Nullable
    Window window(@Nullable String date, XmlElement count, long intervalMinutes) {
        Instant start = at(date, count.attribute("StartTime"));
        Instant end = at(date, count.attribute("EndTime"));
        Instant unix = unix(count.attribute("UnixStartTime"));
        if (start == null && unix == null) {
            return null;
        }
        Duration length = length(start, end, intervalMinutes);
        Instant from = unix == null || start == null ? (start == null ? unix : start) : nearer(start, unix);
        return from == null ? null : new Window(from, from.plus(length));
    }

    /** The epoch is exact; but some firmware writes its wall clock there, and then the wall clock's zone tells. */
    private static Instant nearer(Instant start, Instant unix) {
        return Duration.between(start, unix).abs().compareTo(Duration.ofHours(1)) <= 0 ? unix : start;
    }

    private static Duration length(@Nullable Instant start, @Nullable Instant end, long intervalMinutes) {
        Duration length = start == null || end == null ? Duration.ZERO : Duration.between(start, end);
        // The last window of a day ends at midnight, which is written as 00:00 of the same day.
        length = length.isNegative() ? length.plusDays(1) : length;
        boolean told = !length.isZero() && !length.isNegative() && length.compareTo(LONGEST) <= 0;
        return told ? length : Duration.ofMinutes(intervalMinutes);
    }

    private @Nullable Instant at(@Nullable String date, @Nullable String time) {
        return date == null || time == null ? null : DeviceTime.inZone(date + " " + time, zone, arrival);
    }

    private static @Nullable Instant unix(@Nullable String seconds) {
        long second = seconds != null && Digits.only(seconds, 10) ? Long.parseLong(seconds) : 0;
        return second == 0 ? null : Instant.ofEpochSecond(second);
    }

    /** {@code -5}, {@code 5.5}, {@code +05:30}. */
    private static @Nullable ZoneOffset offset(String hours) {
        try {
            double number = Double.parseDouble(hours);
            return Math.abs(number) > 18 || Double.isNaN(number)
                    ? null
                    : ZoneOffset.ofTotalSeconds((int) Math.round(number * 3600));
        } catch (NumberFormatException e) {
            return dev.footfall.drivers.time.Offsets.leading(hours);
        }
    }
}
