package dev.footfall.observation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a driver understood it: still with the device's own time and possibly a raw identity.
 *
 * @param fact what was observed
 * @param deviceTime the device's time of the fact; null if the message carries none
 * @param line which of the device's lines, regions or registers this is about; empty for a device with only one
 * @param key text that is the same whenever the device describes this very fact again (serial, line and window start,
 *     say, or the message's own id); null if the format has nothing of the kind
 */
public record Reading(
        Fact fact,
        @Nullable Instant deviceTime,
        String line,
        @Nullable String key) {
    public Reading {
        requireNonNull(fact, "fact");
        requireNonNull(line, "line");
    }

    public static Reading of(Fact fact) {
        return new Reading(fact, null, "", null);
    }

    public static Reading of(Fact fact, @Nullable Instant deviceTime) {
        return new Reading(fact, deviceTime, "", null);
    }
}
