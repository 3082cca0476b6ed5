package dev.footfall.metrics.counting;

import dev.footfall.observation.SensorId;
import dev.footfall.reason.Reason;
import java.time.Instant;

/**
 * A counter's step that cannot be people and was left out of every number.
 *
 * @param sensor whose counter
 * @param line the device's line
 * @param at time of the reading that jumped; it is the base of the next step
 * @param why which rule it broke, with the values
 */
public record QuarantinedJump(SensorId sensor, String line, Instant at, Reason why) {

    /** What {@link #why} says in English. */
    public String reason() {
        return why.english();
    }
}
