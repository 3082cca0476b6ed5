package dev.footfall.gateway.cli.bench.truth;

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
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Five weeks of a simulated shop with a car park, whose door is silent in the last: what the vehicles tell of its footfall. */
final class CarsBench {
    private static final String STORE = """
        store: { id: truth, time-zone: Europe/Berlin, floor-area-m2: 600, hours: { mon-sat: "09:00-20:00" } }
        floor-plan: { width-m: 30, height-m: 20 }
        entrances: [ { id: door, width-m: 3 } ]
        car-parks: [ { id: p1, overnight: empty } ]
        sensors:
          - { id: door, driver: native, entrance: door }
          - { id: gate, driver: native, car-park: p1 }
        """;
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS_LEARNED = 4;
    private static final LocalDate SILENT = MONDAY.plusWeeks(WEEKS_LEARNED);
    private static final int DAYS = 7 * WEEKS_LEARNED + 6;
    private static final double ARRIVALS_PER_HOUR = 85;
    private static final double PERCENT = 100;

    private final long seed;
    private final Path folder;

    CarsBench(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), STORE);
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        StoreCalendar calendar = loaded.config().calendar();
        Window silent = new Window(
                calendar.day(SILENT).window().start(),
                calendar.day(SILENT.plusWeeks(1)).window().start());
        StoreSimulation simulation = new StoreSimulation(
                SimulatedStore.withArrivals(loaded.config(), ARRIVALS_PER_HOUR),
                seed,
                Faults.NONE.withDead(List.of(new Faults.DeadSpan(new SensorId("door"), silent))));
        Path capture = folder.resolve("capture.jsonl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, DAYS);
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        List<TruthRow> truth = simulation
                .truth(MONDAY, DAYS)
                .filter(row -> row.metric() == Metric.FOOTFALL && row.scope().equals(Scope.STORE))
                .toList();
        try (PipelineRun run = PipelineRun.of(folder, STORE, capture)) {
            return List.of(
                    compare(run, truth, Grain.HOUR, silent, calendar),
                    compare(run, truth, Grain.DAY, silent, calendar));
        }
    }

    private Finding compare(PipelineRun run, List<TruthRow> truth, Grain grain, Window silent, StoreCalendar calendar) {
        Map<Instant, Double> people = new HashMap<>();
        truth.stream()
                .filter(row -> row.grain() == grain)
                .forEach(row -> people.put(row.window().start(), row.value()));
        List<double[]> told = new ArrayList<>();
        for (Measurement row : run.rows(Metric.CARS_PEOPLE, Scope.STORE, grain)) {
            Instant start = row.window().start();
            double came = people.getOrDefault(start, 0.0);
            if (silent.contains(start) && came > 0) {
                double usual = usual(people, start, calendar);
                told.add(new double[] {came, or0(row.value()), or0(row.low()), or0(row.high()), usual});
            }
        }
        double sum = told.stream().mapToDouble(row -> row[0]).sum();
        double off = told.stream().mapToDouble(row -> Math.abs(row[1] - row[0])).sum();
        double usualOff =
                told.stream().mapToDouble(row -> Math.abs(row[4] - row[0])).sum();
        long held = told.stream()
                .filter(row -> row[2] <= row[0] && row[0] <= row[3])
                .count();
        return new Finding(
                "footfall by vehicles, " + (grain == Grain.HOUR ? "hours" : "days"),
                "simulator, seed " + seed + ", door silent for a week",
                sum,
                told.stream().mapToDouble(row -> row[1]).sum(),
                String.format(
                        Locale.ROOT,
                        "WAPE %.1f %%, interval holds %.0f %% of %d",
                        PERCENT * off / sum,
                        PERCENT * held / told.size(),
                        told.size()),
                String.format(Locale.ROOT, "mean of four weeks %.1f %%", PERCENT * usualOff / sum),
                "below that",
                off < usualOff);
    }

    /** What the same hour or day of the four weeks before had, on average. */
    private static double usual(Map<Instant, Double> people, Instant start, StoreCalendar calendar) {
        double sum = 0;
        for (int week = 1; week <= WEEKS_LEARNED; week++) {
            Instant before =
                    start.atZone(calendar.zone()).minus(Period.ofWeeks(week)).toInstant();
            sum += people.getOrDefault(before, 0.0);
        }
        return sum / WEEKS_LEARNED;
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
