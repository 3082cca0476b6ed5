package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.device.Faults;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two days of a simulated shop through the whole pipeline: once with everything in order (queue, car park, till), once with
 * a clock that stands still, one that was never set, one that jumps, and a power cut.
 */
final class ShopBench {
    private static final String STORE = """
        store: { id: truth, time-zone: Europe/Berlin, currency: EUR, hours: { mon-sun: "09:00-20:00" } }
        floor-plan: { width-m: 20, height-m: 15 }
        entrances:
          - { id: a, width-m: 2 }
          - { id: b, width-m: 2 }
          - { id: c, width-m: 2 }
          - { id: d, width-m: 2 }
        zones:
          - { id: shelf, kind: display, polygon: [[2, 2], [8, 2], [8, 7], [2, 7]] }
          - { id: checkout, kind: queue, polygon: [[12, 9], [18, 9], [18, 13], [12, 13]] }
        car-parks: [ { id: p1, bays: 60 } ]
        sensors:
          - { id: door-a, driver: native, entrance: a }
          - { id: door-b, driver: native, entrance: b }
          - { id: door-c, driver: native, entrance: c }
          - { id: door-d, driver: native, entrance: d }
          - { id: tracker-1, driver: native }
          - { id: gate-1, driver: native, car-park: p1 }
          - { id: till-1, driver: native }
        """;
    private static final int DAYS = 2;
    private static final double ARRIVALS_PER_HOUR = 80;
    private static final Instant TEN = Instant.parse("2026-01-06T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-06T11:00:00Z");
    private static final Duration DECADES = Duration.ofDays(-20_458);

    private final long seed;
    private final Path folder;

    ShopBench(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Scope queue = new Scope.Zone("checkout");
        Scope park = new Scope.CarPark("p1");
        try (SimulatedRun told = told("order", Faults.NONE)) {
            findings.add(told.mean(Metric.QUEUE_LENGTH, queue, 2));
            findings.add(told.mean(Metric.QUEUE_WAIT, queue, 2));
            findings.add(told.mean(Metric.VEHICLES_PRESENT, park, 1));
            findings.add(told.mean(Metric.PARKING_STAY, park, 1));
            findings.add(told.exact(Metric.TRANSACTIONS, Scope.STORE, "in order"));
            findings.add(told.exact(Metric.ENTRIES, Scope.STORE, "in order"));
            findings.add(told.alerts("in order", 0));
        }
        Faults clocks = Faults.NONE
                .withFrozen(List.of(new Faults.FrozenClock(new SensorId("door-a"), TEN)))
                .withJumped(List.of(
                        new Faults.JumpedClock(new SensorId("door-b"), Instant.EPOCH, DECADES),
                        new Faults.JumpedClock(new SensorId("door-c"), NOON, Duration.ofHours(3))));
        try (SimulatedRun told = told("clocks", clocks)) {
            findings.add(told.exact(Metric.ENTRIES, Scope.STORE, "clocks frozen, never set, jumped"));
            findings.add(told.alerts("clocks frozen, never set, jumped", 3));
        }
        Window dark = new Window(TEN, TEN.plus(Duration.ofMinutes(90)));
        try (SimulatedRun told =
                told("dark", Faults.NONE.withDead(List.of(new Faults.DeadSpan(new SensorId("door-d"), dark))))) {
            findings.add(told.alerts("a door without power for 90 min", 1));
        }
        return findings;
    }

    private SimulatedRun told(String name, Faults faults) throws IOException, InterruptedException {
        return SimulatedRun.of(
                folder.resolve(name),
                STORE,
                config -> SimulatedStore.withArrivals(config, ARRIVALS_PER_HOUR),
                seed,
                faults,
                DAYS);
    }
}
