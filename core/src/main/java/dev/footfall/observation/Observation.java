package dev.footfall.observation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A fact that admission accepted: with a trusted time, no raw identity, and counted once. The journal keeps observations;
 * every measurement is a fold over them.
 *
 * @param sensor who said it
 * @param at event time, millisecond precision; the end of the window for a count of a window
 * @param line the device's line, empty if it has only one
 * @param flags bits of {@link Flag}
 * @param fact what was observed
 */
public record Observation(SensorId sensor, Instant at, String line, int flags, Fact fact) {
    public Observation {
        requireNonNull(sensor, "sensor");
        requireNonNull(at, "at");
        requireNonNull(line, "line");
        requireNonNull(fact, "fact");
    }

    public static Observation of(SensorId sensor, Instant at, Fact fact) {
        return new Observation(sensor, at, "", 0, fact);
    }

    public boolean has(Flag flag) {
        return (flags & flag.bit()) != 0;
    }
}
