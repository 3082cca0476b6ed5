package dev.footfall.gateway.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that runs faster than time. The demo's gateway and its devices share it, so that device times are true for the
 * gateway at any speed.
 *
 * @param start what it showed at {@code startNanos}
 * @param startNanos reading of the ticker when it was set
 * @param speed simulated seconds per second
 * @param ticker nanoseconds that never run back
 */
record DemoClock(Instant start, long startNanos, double speed, LongSupplier ticker) implements InstantSource {

    static DemoClock at(Instant start, double speed) {
        return new DemoClock(start, System.nanoTime(), speed, System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((ticker.getAsLong() - startNanos) * speed));
    }

    /** How long to wait in real time until the clock shows the instant; negative if it has shown it. */
    Duration until(Instant instant) {
        return Duration.ofNanos((long) (Duration.between(instant(), instant).toNanos() / speed));
    }
}
