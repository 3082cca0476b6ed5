package dev.footfall.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.State;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final TestStore store = TestStore.oneDoor();
    private final TestDay day = store.fold().alive("door-1");

    @Test
    void figuresAreThoseOfTheMoment() {
        day.add("door-1", "10:00", Fact.Crossing.event(3, 0))
                .add("door-1", "10:30", Fact.Crossing.event(2, 1))
                .add("door-1", "11:30", Fact.Crossing.event(1, 0));

        Figures figures = day.fold.figuresAt(day.at("11:15"), false);

        assertThat(figures.footfall().value()).isEqualTo(5);
        assertThat(figures.occupancy().value()).isEqualTo(4);
        assertThat(figures.raw()).isEqualTo(4);
        assertThat(figures.arrivalsLast60m().value()).isEqualTo(2);
        assertThat(figures.footfall().state()).isEqualTo(State.VALID);
        // Three people for 30 minutes, then four for 45, five entries.
        assertThat(figures.dwell().value()).isCloseTo((3 * 1800 + 4 * 2700) / 5.0, within(1e-6));
    }

    @Test
    void aCrossingShowsInTheSecondInWhichItHappens() {
        day.add("door-1", "10:00:00.300", Fact.Crossing.event(1, 0));

        assertThat(day.fold.figuresAt(day.at("10:00:00.400"), false).footfall().value())
                .isEqualTo(1);
    }

    /** Counters lose people rather than invent them: 3 % more may be there. */
    @Test
    void occupancyComesWithItsInterval() {
        day.add("door-1", "10:00", Fact.Crossing.event(100, 60));

        assertThat(day.fold.figuresAt(day.at("10:05"), false).occupancy()).satisfies(occupancy -> {
            assertThat(occupancy.value()).isEqualTo(40);
            assertThat(occupancy.low()).isCloseTo(40 - 1.645 * Math.sqrt(3.2), within(1e-9));
            assertThat(occupancy.high()).isCloseTo(40 * 1.03 + 1.645 * Math.sqrt(3.2), within(1e-9));
        });
    }

    @Test
    void aStaleNumberNeverLooksLive() {
        TestDay silent = store.fold();
        silent.add("door-1", "10:00", Fact.Crossing.event(5, 0));

        Figures figures = silent.fold.figuresAt(silent.at("10:45"), false);

        assertThat(figures.occupancy().value()).isNull();
        assertThat(figures.occupancy().state()).isEqualTo(State.INVALID);
        assertThat(figures.occupancy().reason()).startsWith("door-1 silent");
        assertThat(figures.raw()).isNull();
        assertThat(figures.footfall().value()).as("what was counted stays").isEqualTo(5);
        assertThat(figures.footfall().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void anHourThatReachesBackIncludesTheDayBefore() {
        TestDay yesterday = new TestDay(store.build(), TestStore.DATE.minusDays(1), LearnedFactors.NONE);
        yesterday.alive("door-1").add("door-1", "+03:35", Fact.Crossing.event(7, 0));
        yesterday.add("door-1", "+03:25", Fact.Crossing.event(100, 0));
        day.add("door-1", "04:10", Fact.Crossing.event(2, 0));

        Figures figures = day.fold.figuresAt(day.at("04:30"), false, yesterday.fold);

        assertThat(figures.arrivalsLast60m().value()).isEqualTo(9);
        assertThat(figures.arrivalsLast60m().completeness()).isEqualTo(1);
        assertThat(day.fold.figuresAt(day.at("04:30"), false).arrivalsLast60m().value())
                .isEqualTo(2);
        assertThat(day.fold
                        .figuresAt(day.at("04:00"), false, yesterday.fold)
                        .arrivalsLast60m()
                        .value())
                .isEqualTo(107);
    }

    @Test
    void aClosedDayIsShownAtAnyMomentWithItsOwnBalance() {
        day.add("door-1", "10:00", Fact.Crossing.event(100, 0)).add("door-1", "11:00", Fact.Crossing.event(0, 80));

        assertThat(day.fold.figuresAt(day.at("10:30"), true).occupancy().value())
                .isCloseTo(90, within(1e-9));
        assertThat(day.fold.figuresAt(day.at("10:30"), false).occupancy().value())
                .isEqualTo(100);
    }

    @Test
    void aStoreThatCountsNothingSaysSo() {
        TestDay wifiOnly = new TestStore()
                .sensor("ap", null, null, java.util.Map.of())
                .fold()
                .alive("ap");

        Figures figures = wifiOnly.fold.figuresAt(wifiOnly.at("10:00"), false);

        assertThat(figures.footfall().value()).isNull();
        assertThat(figures.footfall().reason()).isEqualTo("no sensor counts at a door");
    }
}
