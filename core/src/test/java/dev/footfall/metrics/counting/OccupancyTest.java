package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.time.Grain;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    private static TestDay unbalanced(LearnedFactors learned) {
        TestDay day = TestStore.oneDoor().fold(learned).alive("door-1");
        return day.add("door-1", "10:00", Fact.Crossing.event(100, 0))
                .add("door-1", "11:00", Fact.Crossing.event(0, 80));
    }

    @Test
    void theClosedDayIsBalancedSoThatItEndsEmpty() {
        TestDay day = unbalanced(LearnedFactors.NONE);

        // m = 90, f_in = 0.9, f_out = 1.125.
        assertThat(value(day.quarter("10:30"), Metric.OCCUPANCY)).isCloseTo(90, within(1e-9));
        assertThat(value(day.quarter("10:30"), Metric.OCCUPANCY_RAW)).isEqualTo(100);
        assertThat(value(day.quarter("12:00"), Metric.OCCUPANCY)).isCloseTo(0, within(1e-9));
        assertThat(value(day.quarter("12:00"), Metric.OCCUPANCY_RAW)).isEqualTo(20);
    }

    @Test
    void theRunningDayUsesWhatEarlierDaysTaught() {
        TestDay day = unbalanced(new LearnedFactors(1, 1.25, 10, 0.02));
        List<Measurement> rows =
                day.fold.rows(Grain.QUARTER, day.calendar().quarterOf(day.at("11:15")), day.at("11:30", false));

        assertThat(value(rows, Metric.OCCUPANCY)).isCloseTo(0, within(1e-9));
        assertThat(value(rows, Metric.OCCUPANCY_RAW)).isEqualTo(20);
    }

    @Test
    void withoutAnythingLearnedTheRunningDayIsRaw() {
        TestDay day = unbalanced(LearnedFactors.NONE);
        List<Measurement> rows =
                day.fold.rows(Grain.QUARTER, day.calendar().quarterOf(day.at("11:15")), day.at("11:30", false));

        assertThat(value(rows, Metric.OCCUPANCY)).isEqualTo(20);
    }

    @Test
    void occupancyIsNeverNegativeButTheRawBalanceMayBe() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(0, 4)).add("door-1", "11:00", Fact.Crossing.event(4, 0));

        Measurement occupancy = row(day.quarter("10:15"), Metric.OCCUPANCY, Scope.STORE);
        assertThat(occupancy.value()).isEqualTo(0);
        assertThat(occupancy.low()).isEqualTo(0);
        assertThat(value(day.quarter("10:15"), Metric.OCCUPANCY_RAW)).isEqualTo(-4);
    }

    @Test
    void aCrossingCountsFromItsSecondOn() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(2, 0))
                .add("door-1", "10:07:30", Fact.Crossing.event(1, 0))
                .add("door-1", "10:10", Fact.Crossing.event(0, 3));

        // 450 s of two people, 150 s of three, 300 s of none.
        assertThat(value(day.quarter("10:00"), Metric.OCCUPANCY)).isCloseTo(1350 / 900.0, within(1e-9));
        assertThat(value(day.quarter("10:00"), Metric.OCCUPANCY_MAX)).isEqualTo(3);
    }

    @Test
    void theIntervalGrowsWithTheCrossingsWhileTheDayRuns() {
        TestDay day = unbalanced(LearnedFactors.NONE);
        List<Measurement> rows =
                day.fold.rows(Grain.QUARTER, day.calendar().quarterOf(day.at("10:30")), day.at("10:45", false));
        Measurement occupancy = row(rows, Metric.OCCUPANCY, Scope.STORE);

        // 1.645 · √(0.02 · 100), and above it 3 % that both sides may have missed
        assertThat(occupancy.high()).isCloseTo(103 + 1.645 * Math.sqrt(2), within(1e-9));
        assertThat(occupancy.low()).isCloseTo(100 - 1.645 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void theIntervalOfAClosedDayVanishesAtItsEnd() {
        TestDay day = unbalanced(LearnedFactors.NONE);

        Measurement middle = row(day.quarter("10:30"), Metric.OCCUPANCY, Scope.STORE);
        Measurement end = row(day.quarter("12:00"), Metric.OCCUPANCY, Scope.STORE);

        // n (1 − n/N) = 100 · 80/180; above it 3 % and half of what the factors 0.9 and 1.125 differ by
        assertThat(middle.high())
                .isCloseTo(90 * (1.03 + 0.225 / 2) + 1.645 * Math.sqrt(0.02 * 100 * 80 / 180.0), within(1e-9));
        assertThat(end.high()).isCloseTo(0, within(1e-9));
    }

    @Test
    void lateCrossingsChangeEverythingAfterThem() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(5, 0)).add("door-1", "12:00", Fact.Crossing.event(0, 5));
        assertThat(value(day.quarter("11:00"), Metric.OCCUPANCY)).isEqualTo(5);

        day.add("door-1", "09:00", Fact.Crossing.event(3, 0)).add("door-1", "12:30", Fact.Crossing.event(0, 3));

        assertThat(value(day.quarter("11:00"), Metric.OCCUPANCY)).isEqualTo(8);
    }

    @Test
    void dwellIsPersonSecondsPerEntry() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(2, 0))
                .add("door-1", "10:10", Fact.Crossing.event(0, 1))
                .add("door-1", "10:30", Fact.Crossing.event(0, 1));

        assertThat(value(day.wholeDay(), Metric.DWELL_MEAN)).isCloseTo((600 + 1800) / 2.0, within(1e-6));
        assertThat(value(day.hour("10:00"), Metric.DWELL_MEAN)).isCloseTo(1200, within(1e-6));
        assertThat(row(day.hour("11:00"), Metric.DWELL_MEAN, Scope.STORE)).satisfies(row -> {
            assertThat(row.value()).isNull();
            assertThat(row.reason()).isEqualTo("nobody came in");
        });
    }

    @Test
    void nobodyStaysInAClosedStoreOnceTheLastPersonPassed() {
        // Open 10:00 to 20:00; one of two exits was missed, so the running balance stays at one all night.
        TestDay day = TestStore.oneDoor().open(600, 1200).fold().alive("door-1");
        day.add("door-1", "19:00", Fact.Crossing.event(2, 0)).add("door-1", "20:10", Fact.Crossing.event(0, 1));
        List<Measurement> rows = day.fold.rows(Grain.DAY, day.day().window(), day.at("+03:00", false));

        // Two people for 70 minutes; the crossing itself is the last second anyone counts.
        assertThat(value(rows, Metric.DWELL_MEAN)).isCloseTo((2 * 4200 + 1) / 2.0, within(1e-6));
    }

    @Test
    void aDayLikeEarlierOnesIsCorrectedByTheirFactorsAndStillEndsEmpty() {
        TestDay day =
                TestStore.oneDoor().fold(new LearnedFactors(1, 1, 20, 0.02)).alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(51, 0)).add("door-1", "11:00", Fact.Crossing.event(0, 49));

        // A balance of 2 after 100 crossings is noise: 1 − 2/100 and 1 + 2/100.
        Measurement occupancy = row(day.quarter("10:30"), Metric.OCCUPANCY, Scope.STORE);
        assertThat(occupancy.value()).isCloseTo(51 * 0.98, within(1e-9));
        assertThat(occupancy.reason()).isEqualTo("corrected by the factors of 20 earlier days");
        assertThat(value(day.quarter("12:00"), Metric.OCCUPANCY)).isCloseTo(0, within(1e-9));
        assertThat(value(day.wholeDay(), Metric.DWELL_N)).isCloseTo(51 * 0.98, within(1e-9));
    }

    @Test
    void aDayUnlikeEarlierOnesIsCorrectedByItsOwnFactors() {
        TestDay day = unbalanced(new LearnedFactors(1, 1, 20, 0.02));

        Measurement occupancy = row(day.quarter("10:30"), Metric.OCCUPANCY, Scope.STORE);
        assertThat(occupancy.value()).isCloseTo(90, within(1e-9));
        assertThat(occupancy.reason()).isEqualTo("balance of +20 is not like earlier days: corrected by the day's own");
    }

    @Test
    void howLongPeopleStayedIsNotToldOfADayOnWhichNobodyWasSeenToLeave() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(5, 0));

        Measurement dwell = row(day.wholeDay(), Metric.DWELL_MEAN, Scope.STORE);
        assertThat(dwell.value()).isNull();
        assertThat(dwell.reason()).isEqualTo("counted only entries, not corrected");
    }

    @Test
    void aDayWithEntriesOnlyIsNotBalanced() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(5, 0));

        Measurement occupancy = row(day.quarter("11:00"), Metric.OCCUPANCY, Scope.STORE);
        assertThat(occupancy.value()).isEqualTo(5);
        assertThat(occupancy.reason()).isEqualTo("counted only entries, not corrected");
    }
}
