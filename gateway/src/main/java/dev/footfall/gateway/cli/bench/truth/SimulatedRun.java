package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.CaptureWriter;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import dev.footfall.simulator.truth.TruthRow;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Days of a simulated store through the whole pipeline, beside their truth.
 *
 * @param truth the days' rows
 * @param days how many
 * @param data what the table calls it
 */
record SimulatedRun(PipelineRun run, Map<Row, Double> truth, int days, String data) implements AutoCloseable {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    /** What tells one day's figures apart. */
    record Row(Metric metric, Scope scope, Instant start) {}

    /** Simulates from a Monday on. */
    static SimulatedRun of(
            Path into, String yaml, Function<StoreConfig, SimulatedStore> people, long seed, Faults faults, int days)
            throws IOException, InterruptedException {
        Files.createDirectories(into);
        Files.writeString(into.resolve(ConfigLoader.FILE), yaml);
        if (!(ConfigLoader.load(into) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        StoreSimulation simulation = new StoreSimulation(people.apply(loaded.config()), seed, faults);
        Path capture = into.resolve("capture.jsonl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, days);
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        Map<Row, Double> truth = new HashMap<>();
        simulation
                .truth(MONDAY, days)
                .filter(row -> row.grain() == Grain.DAY)
                .forEach((TruthRow row) -> truth.put(
                        new Row(row.metric(), row.scope(), row.window().start()), row.value()));
        return new SimulatedRun(PipelineRun.of(into, yaml, capture), truth, days, "simulator, seed " + seed);
    }

    /** The days' true sum and ours. */
    double[] sums(Metric metric, Scope scope) {
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
        return mean(metric, scope, "", percent);
    }

    /** The days' mean, which may be off by so many percent. */
    Finding mean(Metric metric, Scope scope, String what, double percent) {
        double[] sums = sums(metric, scope);
        return Finding.within(name(metric, what), data, sums[0] / days, sums[1] / days, percent);
    }

    /** The days' sum, which must be the true one. */
    Finding exact(Metric metric, Scope scope, String what) {
        double[] sums = sums(metric, scope);
        return Finding.exact(name(metric, what), data, sums[0], sums[1]);
    }

    private static String name(Metric metric, String what) {
        return what.isEmpty() ? metric.wireName() : metric.wireName() + ", " + what;
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
