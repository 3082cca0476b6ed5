package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.drivers.time.Offsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The device's times of a message: a moment, or a window.
 *
 * @param moment when a trigger happened; else the window's end
 * @param start the window's start
 * @param end the window's end; else the moment
 * @param problem set if times are given and none of them makes sense
 */
record TimeInfo(
        @Nullable Instant moment,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String problem) {
    /** A device reports at least daily; a longer window is a clock that was set in between. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private static final List<String> KEYS = List.of("time", "trigger_time", "end_time", "start_time");

    static TimeInfo of(JsonFields root, DecodeContext context) {
        JsonFields info = root.object("time_info");
        Instant time = first(read(info, "time", context), read(info, "trigger_time", context));
        Instant start = read(info, "start_time", context);
        Instant end = read(info, "end_time", context);
        Instant moment = first(first(time, end), start);
        return new TimeInfo(moment, start, first(first(end, time), start), moment == null ? problem(info) : null);
    }

    /** Length of the window in milliseconds, 0 if it is not known or cannot be right. */
    long spanMillis() {
        if (start == null || end == null) {
            return 0;
        }
        Duration span = Duration.between(start, end);
        return span.isNegative() || span.compareTo(LONGEST) > 0 ? 0 : span.toMillis();
    }

    private static @Nullable Instant read(JsonFields info, String key, DecodeContext context) {
        String text = info.textOrNull(key);
        if (text == null) {
            return null;
        }
        Instant told = DeviceTime.withOffset(text);
        return told != null ? told : DeviceTime.inZone(text, zone(info, context), context.receivedAt());
    }

    /** The device's own zone where it names an offset (VS121-P writes local times), else the store's. */
    private static ZoneId zone(JsonFields info, DecodeContext context) {
        String label = first(info.textOrNull("timezone"), info.textOrNull("time_zone"));
        ZoneId offset = label == null ? null : Offsets.leading(label);
        return offset == null ? context.zone() : offset;
    }

    private static @Nullable String problem(JsonFields info) {
        for (String key : KEYS) {
            if (info.has(key)) {
                return Reason.of(
                        info.name(key),
                        JsonFields.shown(info.value(key)),
                        "must be a date and time; set the device's clock");
            }
        }
        return null;
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
