package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.CaptureWriter;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.truth.TruthRow;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 2;
    private static final double ARRIVALS_PER_HOUR = 80;
    private static final String ORDER = "simulator, seed ";
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
        try (Told told = told("order", Faults.NONE)) {
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
        try (Told told = told("clocks", clocks)) {
            findings.add(told.exact(Metric.ENTRIES, Scope.STORE, "clocks frozen, never set, jumped"));
            findings.add(told.alerts("clocks frozen, never set, jumped", 3));
        }
        Window dark = new Window(TEN, TEN.plus(Duration.ofMinutes(90)));
        try (Told told =
                told("dark", Faults.NONE.withDead(List.of(new Faults.DeadSpan(new SensorId("door-d"), dark))))) {
            findings.add(told.alerts("a door without power for 90 min", 1));
        }
        return findings;
    }

    private Told told(String name, Faults faults) throws IOException, InterruptedException {
        Path into = folder.resolve(name);
        Files.createDirectories(into);
        Files.writeString(into.resolve(ConfigLoader.FILE), STORE);
        if (!(ConfigLoader.load(into) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        SimulatedStore store = SimulatedStore.withArrivals(loaded.config(), ARRIVALS_PER_HOUR);
        StoreSimulation simulation = new StoreSimulation(store, seed, faults);
        Path capture = into.resolve("capture.jsonl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, DAYS);
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        Map<Row, Double> truth = new HashMap<>();
        simulation
                .truth(MONDAY, DAYS)
                .filter(row -> row.grain() == Grain.DAY)
                .forEach((TruthRow row) -> truth.put(
                        new Row(row.metric(), row.scope(), row.window().start()), row.value()));
        return new Told(PipelineRun.of(into, STORE, capture), truth, ORDER + seed);
    }

    private record Row(Metric metric, Scope scope, Instant start) {}

    /** What the pipeline says of the days, beside their truth. */
    private record Told(PipelineRun run, Map<Row, Double> truth, String data) implements AutoCloseable {

        private double[] sums(Metric metric, Scope scope) {
            double[] sums = new double[2];
            for (Measurement row : run.rows(metric, scope, Grain.DAY)) {
                Double value = row.value();
                Double known = truth.get(new Row(metric, scope, row.window().start()));
                if (known != null) { // the last heartbeat begins a day of its own
                    sums[0] += known;
                    sums[1] += value == null ? Double.NaN : value;
                }
            }
            return sums;
        }

        Finding mean(Metric metric, Scope scope, double percent) {
            double[] sums = sums(metric, scope);
            return Finding.within(metric.wireName(), data, sums[0] / DAYS, sums[1] / DAYS, percent);
        }

        Finding exact(Metric metric, Scope scope, String what) {
            double[] sums = sums(metric, scope);
            return Finding.exact(metric.wireName() + ", " + what, data, sums[0], sums[1]);
        }

        /** Sensors that have an exception about their data; as many as have a fault. */
        Finding alerts(String what, int faulty) {
            long named = run.alerts().stream()
                    .filter(alert -> alert.kind() == Alert.Kind.DATA_QUALITY && alert.scope() instanceof Scope.Sensor)
                    .map(Alert::scope)
                    .distinct()
                    .count();
            return Finding.exact("sensors named by an exception, " + what, data, faulty, named);
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
