package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.expectation.FootfallForecast;
import dev.footfall.time.Grain;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Two years of hourly pedestrians as a store's footfall; the second year's forecasts are compared with what came. The
 * pipeline's forecaster is told the hours one after the other as the pipeline tells them; two years through all of it give
 * the same figures and take a minute each.
 */
final class ForecastBench {
    private static final StoreCalendar CALENDAR =
            new StoreCalendar(ZoneId.of("Australia/Melbourne"), LocalTime.of(4, 0), OpeningHours.ALWAYS);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXX", Locale.ROOT);
    private static final Instant YEAR = Instant.parse("2015-12-31T13:00:00Z");
    private static final double PERCENT = 100;
    private static final double LEAST_COVERED = 87;
    private static final double MOST_COVERED = 93;

    private final Path file;

    ForecastBench(Path file) {
        this.file = file;
    }

    private record Place(String sensor, double hourFloor, double dayFloor, double hourTarget, double dayTarget) {}

    private static final List<Place> PLACES = List.of(
            new Place("Bourke Street Mall (North)", 8.0, 12.6, 7.2, 11.3),
            new Place("Southern Cross Station", 8.5, 14.2, 7.7, 12.8));

    List<Finding> run() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Place place : PLACES) {
            findings.addAll(compare(place, read(place.sensor)));
        }
        return findings;
    }

    private TreeMap<Instant, Integer> read(String sensor) throws IOException {
        TreeMap<Instant, Integer> counts = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(sensor)) {
                    String[] columns = line.split(",");
                    counts.put(OffsetDateTime.parse(columns[1], WRITTEN).toInstant(), Integer.parseInt(columns[4]));
                }
            }
        }
        return counts;
    }

    private static List<Finding> compare(Place place, TreeMap<Instant, Integer> counts) {
        Score hourAhead = new Score();
        Score dayAhead = new Score();
        Issues issues = issues(counts);
        counts.tailMap(YEAR).forEach((start, people) -> {
            hourAhead.add(people, issues.last.get(start));
            dayAhead.add(people, issues.first.get(start));
        });
        String data = "Melbourne, " + place.sensor + ", 2016";
        return List.of(
                hourAhead.error("forecast, 1 h ahead, WAPE", data, place.hourFloor, place.hourTarget),
                hourAhead.coverage("its 90 % interval", data),
                dayAhead.error("forecast, a day ahead, WAPE", data, place.dayFloor, place.dayTarget),
                dayAhead.coverage("its 90 % interval", data));
    }

    /** The first and the last issue of each hour: a day and an hour ahead. */
    private record Issues(Map<Instant, Measurement> first, Map<Instant, Measurement> last) {}

    /** As the pipeline does it when each hour begins. */
    private static Issues issues(TreeMap<Instant, Integer> counts) {
        FootfallForecast forecast = new FootfallForecast(CALENDAR);
        Issues issues = new Issues(new TreeMap<>(), new TreeMap<>());
        for (Instant start = counts.firstKey(); !start.isAfter(counts.lastKey()); start = start.plus(HOUR)) {
            Integer people = counts.get(start);
            Measurement ended = people == null ? null : hour(start, people);
            for (Measurement issued : forecast.issue(start.plus(HOUR), ended)) {
                issues.first.putIfAbsent(issued.window().start(), issued);
                issues.last.put(issued.window().start(), issued);
            }
            if (ended != null) {
                forecast.learn(ended);
            }
        }
        return issues;
    }

    private static Measurement hour(Instant start, double people) {
        Window window = new Window(start, start.plus(HOUR));
        return new Measurement(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.HOUR,
                window,
                people,
                null,
                null,
                1,
                State.VALID,
                null,
                Basis.COUNTER,
                0);
    }

    /** Errors of forecasts of one lead. */
    private static final class Score {
        private double people;
        private double forecast;
        private double error;
        private int hours;
        private int held;

        void add(double truth, @Nullable Measurement row) {
            Double value = row == null ? null : row.value();
            people += truth;
            hours++;
            if (row == null || value == null) {
                error += truth; // what is not forecast is forecast as nobody
                return;
            }
            forecast += value;
            error += Math.abs(value - truth);
            Double low = row.low();
            Double high = row.high();
            held += low != null && high != null && low <= truth && truth <= high ? 1 : 0;
        }

        Finding error(String metric, String data, double floor, double target) {
            double percent = PERCENT * error / people;
            return new Finding(
                    metric,
                    data,
                    people,
                    forecast,
                    String.format(
                            Locale.ROOT, "%.2f %%, skill over it %.0f %%", percent, PERCENT * (1 - percent / floor)),
                    String.format(Locale.ROOT, "%.1f %%", floor),
                    "≤ " + target + " %",
                    percent <= target);
        }

        Finding coverage(String metric, String data) {
            double covered = PERCENT * held / hours;
            return new Finding(
                    metric,
                    data,
                    90,
                    covered,
                    String.format(Locale.ROOT, "%.1f %% held", covered),
                    "–",
                    "87–93 %",
                    covered >= LEAST_COVERED && covered <= MOST_COVERED);
        }
    }
}
