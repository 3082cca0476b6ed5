package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Exceptions in labelled series, each through the whole pipeline with the settings that every store has: what is counted
 * comes through a door, a level is that of a car park.
 */
final class ExceptionBench {
    private static final String STORE = """
        store: { id: truth, time-zone: UTC, business-day-start: "00:00" }
        entrances: [ { id: door, width-m: 100 } ]
        car-parks: [ { id: level } ]
        sensors:
          - { id: %s }
        """;
    private static final String DOOR =
            "door, driver: native, entrance: door, match: { topic: series }, options: { expect-every: %dm }";
    private static final String LEVEL =
            "level, driver: native, car-park: level, match: { topic: series }, options: { expect-every: %dm }";

    /** A level that nobody told for so long is not known any more. */
    private static final int LEVEL_MINUTES = 60;

    private static final double ONE_A_WEEK = 1;
    private static final int ABOVE_FLOOR = 6;

    /** @param floor the best of the simple charts in the benchmark's own terms */
    private record Series(String file, boolean counted, double floor, String published) {}

    private static final List<Series> ALL = List.of(
            new Series("realKnownCause/nyc_taxi.csv", true, 4.31, "3.83"),
            new Series("realTraffic/occupancy_6005.csv", false, 0.85, "0.86"),
            new Series("realTraffic/speed_7578.csv", false, -2.45, "3.47"),
            new Series("realTraffic/TravelTime_387.csv", false, 1.30, "2.22"),
            new Series("realTweets/Twitter_volume_AMZN.csv", true, 2.28, "2.74"),
            new Series("artificialWithAnomaly/art_daily_flatmiddle.csv", false, 0.86, "0.91"),
            new Series("artificialWithAnomaly/art_daily_jumpsdown.csv", false, -1, "0.99"),
            new Series("artificialWithAnomaly/art_daily_jumpsup.csv", false, 0.84, "0.86"),
            new Series("artificialNoAnomaly/art_daily_small_noise.csv", false, 0, "–"));

    private final Path recordings;
    private final Path folder;

    ExceptionBench(Path recordings, Path folder) {
        this.recordings = recordings;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        int above = 0;
        int series = 0;
        for (Series one : ALL) {
            if (Files.exists(recordings.resolve(one.file + ".gz"))) {
                Result result = replay(one);
                findings.add(finding(one, result));
                above += result.score.score() > one.floor ? 1 : 0;
                series++;
            }
        }
        findings.add(new Finding(
                "exceptions, series above the floor",
                "NAB, " + series + " series, one setting",
                series,
                above,
                above + " of " + series,
                "–",
                "≥ " + ABOVE_FLOOR,
                above >= ABOVE_FLOOR));
        return findings;
    }

    private record Result(NabScore score, int windows, double falseAWeek) {}

    private Result replay(Series of) throws IOException, InterruptedException {
        LabelledSeries series = LabelledSeries.read(recordings, of.file);
        int minutes = Math.max(1, (int) step(series).toMinutes());
        String sensor = of.counted ? DOOR.formatted(minutes) : LEVEL.formatted(Math.max(LEVEL_MINUTES, minutes));
        try (PipelineRun run =
                PipelineRun.of(folder.resolve(series.name()), STORE.formatted(sensor), lines(series, of.counted))) {
            Metric metric = of.counted ? Metric.FOOTFALL : Metric.VEHICLES_PRESENT;
            Scope scope = of.counted ? Scope.STORE : new Scope.CarPark("level");
            List<Integer> alerts = run.alerts().stream()
                    .filter(alert -> alert.kind() == Alert.Kind.ANOMALY
                            && alert.metric() == metric
                            && alert.scope().equals(scope))
                    .map(alert -> series.rowAt(alert.raisedAt()))
                    .sorted()
                    .toList();
            NabScore score = NabScore.of(alerts, series.windows(), series.at().size());
            return new Result(score, series.windows().size(), score.falseAlerts() / series.weeks());
        }
    }

    private static List<String> lines(LabelledSeries series, boolean counted) {
        TreeMap<Instant, String> lines = new TreeMap<>();
        Duration step = counted ? step(series) : Duration.ofSeconds(1);
        for (int i = 0; i < series.at().size(); i++) {
            long value = Math.max(0, Math.round(series.values().get(i)));
            Instant at = series.at().get(i).plus(step).minusSeconds(1);
            String payload = counted
                    ? "{\\\"type\\\":\\\"crossing\\\",\\\"in\\\":" + value + ",\\\"out\\\":0}"
                    : "{\\\"type\\\":\\\"parked\\\",\\\"count\\\":" + value + "}";
            lines.put(
                    at,
                    "{\"at\":\"" + at + "\",\"via\":\"mqtt\",\"topic\":\"series\",\"payload\":\"" + payload + "\"}");
        }
        return List.copyOf(lines.values());
    }

    /** The usual time between two rows. */
    private static Duration step(LabelledSeries series) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < series.at().size(); i++) {
            steps.add(
                    series.at().get(i).getEpochSecond() - series.at().get(i - 1).getEpochSecond());
        }
        steps.sort(null);
        return Duration.ofSeconds(steps.get(steps.size() / 2));
    }

    private static Finding finding(Series of, Result result) {
        NabScore score = result.score;
        return new Finding(
                "exceptions, NAB score",
                of.file.substring(of.file.lastIndexOf('/') + 1).replace(".csv", ""),
                result.windows,
                score.score(),
                String.format(
                        Locale.ROOT,
                        "%d of %d, %d false, %.1f a week",
                        score.hit(),
                        result.windows,
                        score.falseAlerts(),
                        result.falseAWeek),
                String.format(Locale.ROOT, "%.2f (published %s)", of.floor, of.published),
                target(of),
                reached(of, result));
    }

    private static String target(Series of) {
        String least = of.file.contains("nyc_taxi") ? "≥ 3.8" : of.file.contains("NoAnomaly") ? "0" : "> floor";
        return least + "; ≤ 1 false a week";
    }

    private static boolean reached(Series of, Result result) {
        double score = result.score.score();
        boolean enough = of.file.contains("nyc_taxi")
                ? score >= 3.8
                : of.file.contains("NoAnomaly") ? score >= 0 : score > of.floor;
        return enough && result.falseAWeek <= ONE_A_WEEK;
    }
}
