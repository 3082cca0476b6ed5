package dev.footfall.gateway.cli.bench.truth;

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
import dev.footfall.simulator.visit.TrafficProfile;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weeks of a simulated store whose door does not see everybody, or sees some twice, through the whole pipeline. */
final class StayBench {
    private static final String STORE = """
        store:
          id: truth
          time-zone: Europe/Berlin
          floor-area-m2: 600
          hours: { mon-sat: "09:00-20:00" }
        floor-plan: { width-m: 30, height-m: 20 }
        entrances: [ { id: door, width-m: 3 } ]
        sensors:
          - { id: door, driver: native, entrance: door, match: { topic: door } }
        """;
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 13;
    private static final double ARRIVALS_PER_HOUR = 85;
    private static final Duration BROWSING = Duration.ofMinutes(14);
    private static final double MISSED_IN = 0.02;
    private static final double MISSED_OUT = 0.04;
    private static final double COUNTED_TWICE = 0.03;
    private static final double PERCENT = 100;

    private final long seed;
    private final Path folder;
    private final String fault;
    private final Faults faults;

    private StayBench(long seed, Path folder, String fault, Faults faults) {
        this.seed = seed;
        this.folder = folder;
        this.fault = fault;
        this.faults = faults;
    }

    static StayBench missing(long seed, Path folder) {
        return new StayBench(seed, folder, "2 / 4 % missed", Faults.NONE.withMisses(MISSED_IN, MISSED_OUT));
    }

    static StayBench countingTwice(long seed, Path folder) {
        return new StayBench(seed, folder, "3 % counted twice", Faults.NONE.withTwice(COUNTED_TWICE));
    }

    List<Finding> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), STORE);
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        StoreConfig store = loaded.config();
        StoreSimulation simulation = new StoreSimulation(
                new SimulatedStore(store, TrafficProfile.shop(ARRIVALS_PER_HOUR).browsing(BROWSING)), seed, faults);
        Path capture = folder.resolve("capture.jsonl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, DAYS);
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        try (PipelineRun run = PipelineRun.of(folder, STORE, capture)) {
            return List.of(
                    entries(run, truth(simulation, Metric.ENTRIES, Grain.DAY)),
                    occupancy(run, truth(simulation, Metric.OCCUPANCY, Grain.QUARTER)),
                    dwell(run, truth(simulation, Metric.DWELL_MEAN, Grain.DAY)));
        }
    }

    private static Map<Instant, Double> truth(StoreSimulation simulation, Metric metric, Grain grain) {
        Map<Instant, Double> truth = new HashMap<>();
        simulation
                .truth(MONDAY, DAYS)
                .filter(row -> row.metric() == metric
                        && row.grain() == grain
                        && row.scope().equals(Scope.STORE))
                .forEach((TruthRow row) -> truth.put(row.window().start(), row.value()));
        return truth;
    }

    private String data() {
        return "simulator, seed " + seed;
    }

    /** Nothing at the door tells who was missed or counted twice: the counts are off by as much, and a count by hand shows it. */
    private Finding entries(PipelineRun run, Map<Instant, Double> truth) {
        Map<Instant, Double> told = byStart(run, Metric.ENTRIES);
        double theirs = truth.values().stream().mapToDouble(value -> value).sum();
        double ours = truth.keySet().stream()
                .mapToDouble(start -> told.getOrDefault(start, 0.0))
                .sum();
        return Finding.within("entries, " + fault, data(), theirs, ours, 5);
    }

    private Finding occupancy(PipelineRun run, Map<Instant, Double> truth) {
        double error = 0;
        double rawError = 0;
        int covered = 0;
        int count = 0;
        List<Measurement> shown = run.rows(Metric.OCCUPANCY, Scope.STORE, Grain.QUARTER);
        Map<Instant, Double> raw = new HashMap<>();
        run.rows(Metric.OCCUPANCY_RAW, Scope.STORE, Grain.QUARTER)
                .forEach(row -> raw.put(row.window().start(), or0(row.value())));
        for (Measurement row : shown) {
            double present = truth.getOrDefault(row.window().start(), 0.0);
            if (present > 0) {
                error += Math.abs(or0(row.value()) - present);
                rawError += Math.abs(raw.getOrDefault(row.window().start(), 0.0) - present);
                covered += or0(row.low()) <= present && present <= or0(row.high()) ? 1 : 0;
                count++;
            }
        }
        double peak = truth.values().stream().mapToDouble(value -> value).max().orElse(0);
        return new Finding(
                "occupancy, " + fault,
                data() + String.format(Locale.ROOT, ", peak %.0f", peak),
                0,
                error / count,
                String.format(
                        Locale.ROOT, "MAE %.2f, interval holds %.0f %%", error / count, PERCENT * covered / count),
                String.format(Locale.ROOT, "raw MAE %.1f", rawError / count),
                "MAE ≤ 2",
                error / count <= 2);
    }

    private Finding dwell(PipelineRun run, Map<Instant, Double> truth) {
        List<Double> ratios = new ArrayList<>();
        double rawSum = 0;
        double ours = 0;
        double theirs = 0;
        Map<Instant, Double> entries = byStart(run, Metric.ENTRIES);
        Map<Instant, Double> raw = byStart(run, Metric.OCCUPANCY_RAW);
        for (Measurement row : run.rows(Metric.DWELL_MEAN, Scope.STORE, Grain.DAY)) {
            Double stay = truth.get(row.window().start());
            Double told = row.value();
            if (stay != null && told != null) {
                ratios.add(told / stay);
                ours += told;
                theirs += stay;
                double seconds = row.window().length().toSeconds();
                rawSum += raw.getOrDefault(row.window().start(), 0.0)
                        * seconds
                        / entries.getOrDefault(row.window().start(), 1.0);
            }
        }
        double worst =
                ratios.stream().mapToDouble(ratio -> Math.abs(ratio - 1)).max().orElse(1);
        return new Finding(
                "dwell, " + fault,
                data() + ", " + ratios.size() + " days",
                theirs / ratios.size(),
                ours / ratios.size(),
                String.format(
                        Locale.ROOT, "%+.1f %%, worst day %.1f %%", PERCENT * (ours / theirs - 1), PERCENT * worst),
                String.format(Locale.ROOT, "raw %+.0f %%", PERCENT * (rawSum / theirs - 1)),
                "± 5 %",
                Math.abs(ours / theirs - 1) <= 0.05);
    }

    private static Map<Instant, Double> byStart(PipelineRun run, Metric metric) {
        Map<Instant, Double> values = new HashMap<>();
        run.rows(metric, Scope.STORE, Grain.DAY)
                .forEach(row -> values.put(row.window().start(), or0(row.value())));
        return values;
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
