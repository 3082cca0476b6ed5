package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Metric;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeatTest {
    private final TestDay day =
            new TestStore().plan(4, 3).sensor("cam", null, null, Map.of()).fold();

    private void walk(String from, double x0, double y0, String to, double x1, double y1) {
        day.add("cam", from, new Fact.Position("t", x0, y0)).add("cam", to, new Fact.Position("t", x1, y1));
    }

    @Test
    void secondsNotPointsAreAddedAlongTheWay() {
        // 1 m/s from x = 0.25 to 1.25: a quarter of a second, then half, then a quarter in cells of half a metre.
        walk("10:00:00", 0.25, 0.1, "10:00:01", 1.25, 0.1);

        HeatSeconds heat = day.fold.heat(day.window("10:00", "10:15"));
        assertThat(heat.cellM()).isEqualTo(0.5);
        assertThat(heat.columns()).isEqualTo(8);
        assertThat(heat.rows()).isEqualTo(6);
        assertThat(heat.personSeconds()[0]).isCloseTo(0.25, within(1e-9));
        assertThat(heat.personSeconds()[1]).isCloseTo(0.5, within(1e-9));
        assertThat(heat.personSeconds()[2]).isCloseTo(0.25, within(1e-9));
        assertThat(heat.total()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whoIsOutsideThePlanCountsInTheNearestCell() {
        walk("10:00:00", -5, -5, "10:00:02", -5, -5);

        assertThat(day.fold.heat(day.window("10:00", "10:15")).personSeconds()[0])
                .isEqualTo(2);
    }

    @Test
    void heatIsKeptByTheQuarter() {
        walk("10:14:59", 1, 1, "10:15:02", 1, 1);

        assertThat(day.fold.heat(day.window("10:00", "10:15")).total()).isEqualTo(1);
        assertThat(day.fold.heat(day.window("10:15", "10:30")).total()).isEqualTo(2);
        assertThat(day.fold.heat(day.day().window()).total()).isEqualTo(3);
    }

    @Test
    void aLargePlanGetsLargerCells() {
        TestDay hall = new TestStore()
                .plan(200, 100)
                .sensor("cam", null, null, Map.of())
                .fold();

        HeatSeconds heat = hall.fold.heat(hall.day().window());
        assertThat(heat.cellM()).isEqualTo(2);
        assertThat(heat.columns() * heat.rows()).isEqualTo(5000);
    }

    @Test
    void withoutAPlanTheZonesSayHowLargeTheStoreIs() {
        TestDay zoned = new TestStore().zone("z", 1, 1, 3, 1, 3, 2, 1, 2).fold();

        assertThat(zoned.fold.heat(zoned.day().window()).columns()).isEqualTo(6);
        assertThat(zoned.fold.heat(zoned.day().window()).rows()).isEqualTo(4);
    }

    @Test
    void cellsAddUpToThePersonSecondsWhateverTheWalks() {
        long seed = 7;
        Random random = new Random(seed);
        SensorId cam = new SensorId("cam");
        for (int track = 0; track < 200; track++) {
            long at = 1000L * random.nextInt(80_000);
            double x = random.nextDouble(-1, 5);
            double y = random.nextDouble(-1, 4);
            for (int fix = 0; fix < 50; fix++) {
                day.fold.add(Observation.of(
                        cam, day.day().window().start().plusMillis(at), new Fact.Position("t" + track, x, y)));
                at += 1 + random.nextInt(5200);
                x += random.nextGaussian();
                y += random.nextGaussian();
            }
        }

        assertThat(day.fold.heat(day.day().window()).total())
                .as("seed %d", seed)
                .isCloseTo(value(day.wholeDay(), Metric.PERSON_SECONDS), within(1e-6));
    }
}
