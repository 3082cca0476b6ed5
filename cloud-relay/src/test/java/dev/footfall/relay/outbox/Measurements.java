package dev.footfall.relay.outbox;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Measurements for tests: consecutive quarters of a store's footfall, each telling its own number. */
public final class Measurements {

    public static final Instant FIRST = Instant.parse("2026-11-22T02:00:00Z");

    private Measurements() {}

    /** The footfall of the nth quarter since {@link #FIRST}; its value is n. */
    public static Measurement footfall(int n) {
        Duration quarter = Duration.ofMinutes(15);
        Instant start = FIRST.plus(quarter.multipliedBy(n));
        return new Measurement(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.QUARTER,
                new Window(start, start.plus(quarter)),
                (double) n,
                n * 0.9,
                n * 2.0,
                1.0,
                State.VALID,
                null,
                Basis.COUNTER,
                0);
    }

    /** Quarters {@code from} (included) to {@code to} (not). */
    public static List<Measurement> footfalls(int from, int to) {
        return IntStream.range(from, to).mapToObj(Measurements::footfall).toList();
    }
}
