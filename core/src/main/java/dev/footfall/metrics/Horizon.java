package dev.footfall.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Up to when a day is known.
 *
 * @param now the moment up to which levels are held and sensors judged
 * @param dayClosed true once the business day is over: everything is judged over whole windows and the day's own balance
 *     corrects occupancy
 */
public record Horizon(Instant now, boolean dayClosed) {
    public Horizon {
        requireNonNull(now, "now");
    }
}
