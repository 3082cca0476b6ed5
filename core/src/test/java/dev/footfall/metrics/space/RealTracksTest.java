package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** People filmed from above, whose crossings and seconds others have counted; skipped where the recordings are absent. */
class RealTracksTest {

    /** One person's place in one frame. */
    private record Fix(long frame, int person, double x, double y) {}

    private static List<Fix> read(String file) throws IOException {
        Path path = Stream.of(System.getenv().getOrDefault("FOOTFALL_DATA", "../shared/data"), "../../shared/data")
                .map(folder -> Path.of(folder).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(file));
        assumeTrue(Files.exists(path), "skipped: no recording " + file + "; set FOOTFALL_DATA to the folder with it");
        List<Fix> fixes = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.strip().split("\\s+");
                fixes.add(new Fix(
                        (long) Double.parseDouble(columns[0]),
                        (int) Double.parseDouble(columns[1]),
                        Double.parseDouble(columns[2]),
                        Double.parseDouble(columns[4])));
            }
        }
        return fixes;
    }

    /** Lines through the middle of what was filmed, prolonged beyond it; forward is towards larger coordinates. */
    private static TestDay walked(List<Fix> fixes, double framesPerSecond) {
        double x = middle(fixes.stream().mapToDouble(Fix::x).toArray());
        double y = middle(fixes.stream().mapToDouble(Fix::y).toArray());
        TestDay day = new TestStore()
                .plan(20, 20)
                .line("x", x, 100, x, -100, null)
                .line("y", -100, y, 100, y, null)
                .sensor("cam", null, null, Map.of())
                .fold();
        for (Fix fix : fixes) {
            day.fold.add(Observation.of(
                    new SensorId("cam"),
                    day.at("10:00").plusMillis(Math.round(fix.frame * 1000 / framesPerSecond)),
                    new Fact.Position(Integer.toString(fix.person), fix.x, fix.y)));
        }
        return day;
    }

    private static double middle(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return (min + max) / 2;
    }

    private static double[] seen(TestDay day, String line) {
        List<Measurement> rows = day.wholeDay();
        return new double[] {
            row(rows, Metric.LINE_FORWARD, new Scope.Line(line)).value(),
            row(rows, Metric.LINE_BACKWARD, new Scope.Line(line)).value()
        };
    }

    /** Side changes person by person, forward and backward; returns within 20 cm do not count. */
    private static double[] counted(List<Fix> fixes, ToDoubleFunction<Fix> coordinate) {
        double line = middle(fixes.stream().mapToDouble(coordinate).toArray());
        Map<Integer, List<Double>> people = new TreeMap<>();
        for (Fix fix : fixes) {
            people.computeIfAbsent(fix.person, person -> new ArrayList<>()).add(coordinate.applyAsDouble(fix) - line);
        }
        double[] changes = new double[2];
        for (List<Double> places : people.values()) {
            boolean side = places.getFirst() >= 0;
            for (int i = 0; i < places.size(); i++) {
                double place = places.get(i);
                boolean sure = Math.abs(place) >= 0.2 || i == places.size() - 1;
                if (sure && side != place >= 0) {
                    side = !side;
                    changes[side ? 0 : 1]++;
                }
            }
        }
        return changes;
    }

    @Test
    void peoplePassingAShopWindowAreCountedAcrossBothLines() throws IOException {
        List<Fix> fixes = read("traj-ucy/zara01/obsmat.txt.gz");
        TestDay day = walked(fixes, 25);

        // Counted by others, every change of side: 36/34 and 66/70. Seven people stood on the first line and swayed.
        assertThat(seen(day, "y")).containsExactly(66, 70);
        assertThat(seen(day, "x")).containsExactly(counted(fixes, Fix::x)).containsExactly(36 - 7, 34 - 7);
        assertThat(value(day.wholeDay(), Metric.PERSON_SECONDS)).isCloseTo(1950.4, within(1e-6));
        assertThat(day.fold.heat(day.day().window()).total()).isCloseTo(1950.4, within(1e-6));
    }

    @Test
    void peopleLeavingAUniversityAreCountedAcrossBothLines() throws IOException {
        List<Fix> fixes = read("traj-eth/seq_eth/obsmat.txt.gz");
        TestDay day = walked(fixes, 15);

        // Counted by others, every change of side: 181/130 and 91/97.
        assertThat(seen(day, "x")).containsExactly(181, 130);
        assertThat(seen(day, "y")).containsExactly(counted(fixes, Fix::y)).containsExactly(91 - 22, 97 - 22);
        assertThat(value(day.wholeDay(), Metric.PERSON_SECONDS)).isCloseTo(3419.2, within(1e-6));
    }
}
