package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.time.Grain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Half hours of a building's door, fifteen weeks of them, through the whole pipeline: what is left at 04:00, when all are gone. */
final class DriftBench {
    private static final String STORE = """
        store: { id: truth, time-zone: UTC }
        entrances: [ { id: door, width-m: 20 } ]
        sensors:
          - id: door
            driver: native
            entrance: door
            match: { topic: door }
            options: { expect-every: 30m }
        """;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss", Locale.ROOT);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY_START = Duration.ofHours(4);
    private static final int HALF_HOURS = 48;
    private static final int WEEKS_LEARNED_FROM = 8;
    private static final double PERCENT = 100;

    private final Path recordings;
    private final Path folder;

    DriftBench(Path recordings, Path folder) {
        this.recordings = recordings;
        this.folder = folder;
    }

    /** One business day at its close. */
    private record Close(LocalDate date, double in, double out, double shown, double lowest, double lowestRaw) {
        boolean isBusiness() {
            return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        }
    }

    List<Finding> run() throws IOException, InterruptedException {
        TreeMap<Instant, Integer> in = read(recordings.resolve("cal-inflow.csv"));
        TreeMap<Instant, Integer> out = read(recordings.resolve("cal-outflow.csv"));
        List<String> lines = new ArrayList<>();
        in.forEach((start, entered) -> lines.add(message(start, entered, out.getOrDefault(start, 0))));
        try (PipelineRun run = PipelineRun.of(folder, STORE, lines)) {
            return compare(closes(run, complete(in)));
        }
    }

    /** Lines that are no half hour, such as a lone quotation mark, are passed over. */
    private static TreeMap<Instant, Integer> read(Path file) throws IOException {
        TreeMap<Instant, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            int comma = line.lastIndexOf(',');
            if (comma > 0) {
                try {
                    var at = LocalDateTime.parse(line.substring(0, comma).replace("\"", ""), WRITTEN);
                    counts.put(
                            at.toInstant(ZoneOffset.UTC),
                            Integer.parseInt(line.substring(comma + 1).strip()));
                } catch (DateTimeException | NumberFormatException ignored) {
                    // no half hour
                }
            }
        }
        return counts;
    }

    private static String message(Instant start, int in, int out) {
        Instant at = start.plus(HALF_HOUR).minusSeconds(1);
        return "{\"at\":\"" + at
                + "\",\"via\":\"mqtt\",\"topic\":\"door\",\"payload\":\"{\\\"type\\\":\\\"crossing\\\",\\\"in\\\":" + in
                + ",\\\"out\\\":" + out + "}\"}";
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at.minus(DAY_START), ZoneOffset.UTC);
    }

    private static List<LocalDate> complete(TreeMap<Instant, Integer> in) {
        TreeMap<LocalDate, Integer> halfHours = new TreeMap<>();
        in.keySet().forEach(at -> halfHours.merge(dayOf(at), 1, Integer::sum));
        return halfHours.entrySet().stream()
                .filter(day -> day.getValue() == HALF_HOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Close> closes(PipelineRun run, List<LocalDate> dates) {
        Map<LocalDate, Double> in = byDay(run.rows(Metric.ENTRIES, Scope.STORE, Grain.DAY));
        Map<LocalDate, Double> out = byDay(run.rows(Metric.EXITS, Scope.STORE, Grain.DAY));
        List<Measurement> shown = run.rows(Metric.OCCUPANCY, Scope.STORE, Grain.QUARTER);
        Map<LocalDate, Double> last = byDay(shown);
        Map<LocalDate, Double> lowest = lowest(shown);
        Map<LocalDate, Double> lowestRaw = lowest(run.rows(Metric.OCCUPANCY_RAW, Scope.STORE, Grain.QUARTER));
        return dates.stream()
                .map(date -> new Close(
                        date,
                        known(in.get(date)),
                        known(out.get(date)),
                        known(last.get(date)),
                        known(lowest.get(date)),
                        known(lowestRaw.get(date))))
                .toList();
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** The last value of each day. */
    private static Map<LocalDate, Double> byDay(List<Measurement> rows) {
        Map<LocalDate, Double> values = new TreeMap<>();
        rows.forEach(row -> values.put(dayOf(row.window().start()), known(row.value())));
        return values;
    }

    private static Map<LocalDate, Double> lowest(List<Measurement> rows) {
        Map<LocalDate, Double> values = new TreeMap<>();
        rows.forEach(row -> values.merge(dayOf(row.window().start()), known(row.value()), Math::min));
        return values;
    }

    private static List<Finding> compare(List<Close> days) {
        List<Close> business = days.stream().filter(Close::isBusiness).toList();
        double raw = business.stream()
                .mapToDouble(day -> Math.abs(day.in - day.out))
                .average()
                .orElse(Double.NaN);
        double live =
                business.stream().mapToDouble(day -> live(day, days)).average().orElse(Double.NaN);
        double closed = business.stream().mapToDouble(Close::shown).average().orElse(Double.NaN);
        long negative = days.stream().filter(day -> day.lowest < 0).count();
        long rawNegative = days.stream().filter(day -> day.lowestRaw < 0).count();
        String name = "CalIt2, " + business.size() + " business days";
        return List.of(
                new Finding(
                        "occupancy below 0, days",
                        "CalIt2, " + days.size() + " days",
                        0,
                        negative,
                        "%d".formatted(negative),
                        "raw %.0f %%".formatted(PERCENT * rawNegative / days.size()),
                        "none",
                        negative == 0),
                residual("left at 04:00, after the day", name, closed, raw),
                residual("left at 04:00, live, learned before", name, live, raw));
    }

    private static Finding residual(String metric, String data, double ours, double raw) {
        return new Finding(
                metric,
                data,
                0,
                ours,
                "%.1f people".formatted(ours),
                "raw %.1f".formatted(raw),
                "≤ %.1f".formatted(raw / 3),
                ours <= raw / 3);
    }

    /** What the running day shows at its end: by what earlier days taught, before its own balance is used. */
    private static double live(Close day, List<Close> days) {
        LocalDate from = day.date.minusWeeks(WEEKS_LEARNED_FROM);
        List<DayTotals> earlier = days.stream()
                .filter(other -> !other.date.isBefore(from) && other.date.isBefore(day.date))
                .map(other ->
                        new DayTotals(other.date, List.of(new DayTotals.EntranceTotal("door", other.in, other.out)), 1))
                .toList();
        LearnedFactors learned = LearnedFactors.from(earlier, day.date.getDayOfWeek());
        return Math.max(0, learned.fIn() * day.in - learned.fOut() * day.out);
    }
}
