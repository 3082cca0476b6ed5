package dev.footfall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisagreementFinderTest {
    private static final long SEED = 7;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private final StoreConfig config =
            TestStore.oneDoor().door("spare", "main", "role", "backup").build();
    private final DisagreementFinder finder = new DisagreementFinder(config);
    private final Random random = new Random(SEED);

    /** A day on which each sensor sees that share of the people from 14:00 on, and all of them before. */
    private List<Alert> day(int number, double door, double spare) {
        TestDay day = new TestDay(config, FIRST.plusDays(number), LearnedFactors.NONE);
        day.alive("door-1", "spare");
        List<Alert> found = new ArrayList<>();
        for (int minute = 0; minute < 600; minute++) {
            String time = String.format("%02d:%02d", 9 + minute / 60, minute % 60);
            boolean late = minute >= 300;
            for (int person = 0; person < 2; person++) {
                if (!late || random.nextDouble() < door) {
                    day.add("door-1", time, "a", Fact.Crossing.event(1, 0));
                }
                if (!late || random.nextDouble() < spare) {
                    day.add("spare", time, "b", Fact.Crossing.event(1, 0));
                }
            }
            if (minute % 15 == 14) {
                List<Measurement> rows = day.quarter(time);
                found.addAll(finder.look(day.fold, rows, false, day.at(time)));
            }
        }
        return found;
    }

    @Test
    void sensorsOfOneDoorThatAgreeAreNoFinding() {
        for (int number = 0; number < 6; number++) {
            assertThat(day(number, 1, 1)).as("seed %d", SEED).isEmpty();
        }
    }

    @Test
    void theSensorThatCountsHalfIsNamedAndNotItsNeighbour() {
        for (int number = 0; number < 4; number++) {
            day(number, 1, 1);
        }

        List<Alert> found = day(4, 0.4, 1);

        assertThat(found)
                .as("seed %d", SEED)
                .isNotEmpty()
                .allMatch(alert -> alert.scope().equals(new Scope.Sensor("door-1")))
                .allMatch(alert -> alert.metric() == Metric.FOOTFALL);
        assertThat(found.getFirst().reason())
                .contains("door-1 has counted")
                .contains("since 14:")
                .contains("looks like a fault of door-1");
    }

    @Test
    void aBackupThatLosesPeopleIsNamedToo() {
        for (int number = 0; number < 4; number++) {
            day(number, 1, 1);
        }

        assertThat(day(4, 1, 0.4))
                .as("seed %d", SEED)
                .isNotEmpty()
                .allMatch(alert -> alert.scope().equals(new Scope.Sensor("spare")));
    }
}
