package dev.footfall.drivers.axis;

import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import dev.footfall.drivers.time.DeviceTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of a message of the event bridge: epoch milliseconds. */
final class EventTime {
    private EventTime() {}

    /** Null if there is none; a value that is no time is noted. */
    static @Nullable Instant of(JsonFields root) {
        Instant at = root.value("timestamp").isNumber()
                ? DeviceTime.epoch(root.value("timestamp").doubleValue())
                : text(root.textOrNull("timestamp"));
        if (at == null && root.has("timestamp")) {
            root.wrong(Reason.of(
                    "timestamp", JsonFields.shown(root.value("timestamp")), "must be a time in epoch milliseconds"));
        }
        return at;
    }

    private static @Nullable Instant text(@Nullable String text) {
        return text == null ? null : DeviceTime.withOffset(text);
    }
}
