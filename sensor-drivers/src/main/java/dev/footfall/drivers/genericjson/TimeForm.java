package dev.footfall.drivers.genericjson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.time.DeviceTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a device writes times. */
final class TimeForm {
    private static final BigDecimal LAST_MILLI = BigDecimal.valueOf(253_402_300_799_999L);

    private TimeForm() {}

    /** Epoch numbers by unit; a wall clock; or whichever the value looks like. */
    static List<String> words() {
        return List.of("auto", "seconds", "milliseconds", "microseconds", "nanoseconds", "local");
    }

    /** The time a value names in this form; null if it names none. */
    static @Nullable Instant read(JsonNode value, String form, DecodeContext context) {
        if (!value.isNumber() && !value.isTextual()) {
            return null;
        }
        String text = value.asText();
        return switch (form) {
            case "auto" ->
                value.isNumber()
                        ? DeviceTime.epoch(value.doubleValue())
                        : DeviceTime.inZone(text, context.zone(), context.receivedAt());
            case "local" -> DeviceTime.wallClock(text, context.zone(), context.receivedAt());
            case "seconds" -> epoch(text, -3);
            case "milliseconds" -> epoch(text, 0);
            case "microseconds" -> epoch(text, 3);
            default -> epoch(text, 6);
        };
    }

    /** @param decimals how many digits of the number are finer than a millisecond */
    private static @Nullable Instant epoch(String text, int decimals) {
        BigDecimal number = Numbers.of(text);
        if (number == null || number.signum() < 0) {
            return null;
        }
        BigDecimal millis = number.movePointLeft(decimals).setScale(0, RoundingMode.HALF_UP);
        return millis.compareTo(LAST_MILLI) > 0 ? null : Instant.ofEpochMilli(millis.longValue());
    }
}
