package dev.footfall.drivers.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.time.DeviceTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Numbers that devices write as numbers or as text, within limits; null for whatever is none. */
public final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    /** A number from least to most, rounded to a whole one. */
    public static @Nullable Integer whole(JsonNode value, int least, int most) {
        double number = real(value);
        return number >= least && number <= most ? (int) Math.round(number) : null;
    }

    /** A number, NaN if it is none. */
    public static double real(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Double.NaN;
        }
        String text = value.asText().strip();
        try {
            return text.isEmpty() || text.length() > LONGEST ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** A time as an epoch number of any unit, or as text with its offset. */
    public static @Nullable Instant time(JsonNode value) {
        return value.isNumber()
                ? DeviceTime.epoch(value.asDouble())
                : value.isTextual() ? DeviceTime.withOffset(value.textValue()) : null;
    }
}
