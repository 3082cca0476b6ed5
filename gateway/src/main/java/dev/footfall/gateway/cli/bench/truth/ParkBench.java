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
import dev.footfall.simulator.device.SimulatedMessage;
import dev.footfall.time.Grain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Four weeks of a simulated car park whose gates miss vehicles, through the whole pipeline: one that is known to be empty
 * overnight, one in which vehicles may stay, and one of whose two lanes loses every fourth vehicle out on the last day.
 */
final class ParkBench {
    private static final String STORE = """
        store: { id: truth, time-zone: Europe/Berlin, floor-area-m2: 600, hours: { mon-sat: "09:00-20:00" } }
        car-parks: [ { id: p1, overnight: %s } ]
        sensors:
          - { id: gate-1, driver: native, car-park: p1 }
          - { id: gate-2, driver: native, car-park: p1 }
        """;
    private static final Scope PARK = new Scope.CarPark("p1");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 28;
    private static final int LEARNING_DAYS = 8;
    private static final LocalDate FAULTY = MONDAY.plusDays(DAYS - 2);
    private static final double LOST = 0.25;
    private static final double ARRIVALS_PER_HOUR = 170;
    private static final double MISSED_IN = 0.02;
    private static final double MISSED_OUT = 0.04;
    private static final double PERCENT = 100;

    private final long seed;
    private final Path folder;

    ParkBench(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        Faults misses = Faults.NONE.withMisses(MISSED_IN, MISSED_OUT);
        return List.of(
                level("empty", "cars present, 2 / 4 % missed, empty overnight", misses, 0),
                level("kept", "cars present, 2 / 4 % missed, may stay, after a week", misses, LEARNING_DAYS),
                lane());
    }

    private StoreSimulation simulation(String overnight, Faults faults) throws IOException {
        Path into = Files.createDirectories(folder.resolve(overnight));
        Files.writeString(into.resolve(ConfigLoader.FILE), STORE.formatted(overnight));
        if (!(ConfigLoader.load(into) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        return new StoreSimulation(SimulatedStore.withArrivals(loaded.config(), ARRIVALS_PER_HOUR), seed, faults);
    }

    private PipelineRun replay(String overnight, StoreSimulation simulation, boolean faultyLane)
            throws IOException, InterruptedException {
        Path into = Files.createDirectories(folder.resolve(overnight + (faultyLane ? "-lane" : "")));
        Path capture = into.resolve("capture.jsonl");
        Random random = new Random(seed);
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, DAYS);
            while (messages.hasNext()) {
                SimulatedMessage message = messages.next();
                if (!faultyLane || !isLost(message, random)) {
                    writer.write(message);
                }
            }
        }
        return PipelineRun.of(into, STORE.formatted(overnight), capture);
    }

    private static boolean isLost(SimulatedMessage message, Random random) {
        return message.address().endsWith("gate-2")
                && !message.at()
                        .isBefore(FAULTY.atTime(4, 0)
                                .atZone(java.time.ZoneOffset.UTC)
                                .toInstant())
                && new String(message.payload(), StandardCharsets.UTF_8).contains("\"direction\":\"out\"")
                && random.nextDouble() < LOST;
    }

    private Finding level(String overnight, String name, Faults faults, int from)
            throws IOException, InterruptedException {
        StoreSimulation simulation = simulation(overnight, faults);
        Map<Instant, Double> truth = new HashMap<>();
        simulation
                .truth(MONDAY, DAYS)
                .filter(row -> row.metric() == Metric.VEHICLES_PRESENT && row.grain() == Grain.QUARTER)
                .forEach(row -> truth.put(row.window().start(), row.value()));
        try (PipelineRun run = replay(overnight, simulation, false)) {
            return compare(
                    run,
                    truth,
                    name,
                    MONDAY.plusDays(from).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        }
    }

    private Finding compare(PipelineRun run, Map<Instant, Double> truth, String name, Instant since) {
        Map<Instant, Double> raw = raw(run);
        double error = 0;
        double rawError = 0;
        int count = 0;
        int held = 0;
        for (Measurement row : run.rows(Metric.VEHICLES_PRESENT, PARK, Grain.QUARTER)) {
            Instant start = row.window().start();
            double present = truth.getOrDefault(start, 0.0);
            if (present > 0 && !start.isBefore(since)) {
                error += Math.abs(or0(row.value()) - present);
                rawError += Math.abs(raw.getOrDefault(start, 0.0) - present);
                Double low = row.low();
                Double high = row.high();
                held += low != null && high != null && low <= present && present <= high ? 1 : 0;
                count++;
            }
        }
        double peak = truth.values().stream().mapToDouble(value -> value).max().orElse(0);
        String holds = held == 0 ? "" : String.format(Locale.ROOT, ", interval holds %.0f %%", PERCENT * held / count);
        return new Finding(
                name,
                String.format(Locale.ROOT, "simulator, seed %d, peak %.0f", seed, peak),
                0,
                error / count,
                String.format(Locale.ROOT, "MAE %.2f%s", error / count, holds),
                String.format(Locale.ROOT, "raw MAE %.1f", rawError / count),
                "MAE ≤ 2",
                error / count <= 2);
    }

    /** What gates alone make of it: in minus out since the beginning, never below 0. */
    private static Map<Instant, Double> raw(PipelineRun run) {
        Map<Instant, Double> out = new HashMap<>();
        run.rows(Metric.VEHICLES_OUT, PARK, Grain.QUARTER)
                .forEach(row -> out.put(row.window().start(), or0(row.value())));
        Map<Instant, Double> raw = new HashMap<>();
        double level = 0;
        for (Measurement row : run.rows(Metric.VEHICLES_IN, PARK, Grain.QUARTER)) {
            double before = level;
            level = Math.max(
                    0, level + or0(row.value()) - out.getOrDefault(row.window().start(), 0.0));
            raw.put(row.window().start(), (before + level) / 2);
        }
        return raw;
    }

    private Finding lane() throws IOException, InterruptedException {
        try (PipelineRun run =
                replay("empty", simulation("empty", Faults.NONE.withMisses(MISSED_IN, MISSED_IN)), true)) {
            List<Alert> alerts = run.alerts().stream()
                    .filter(alert -> alert.metric() == Metric.DRIFT_RATE)
                    .toList();
            long right = alerts.stream()
                    .filter(alert -> alert.reason().contains("lane gate-2"))
                    .count();
            return Finding.exact(
                    "lanes named by a drift exception, one faulty day",
                    "simulator, seed " + seed,
                    1,
                    alerts.size() == 1 ? right : 0);
        }
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
