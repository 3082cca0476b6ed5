package dev.footfall.metrics;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.time.Grain;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayFoldTest {

    @Test
    void crossingsCountInTheQuarterOfTheirTime() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:14:59.999", Fact.Crossing.event(2, 1)).add("door-1", "10:15", Fact.Crossing.event(5, 0));

        assertThat(value(day.quarter("10:00"), Metric.ENTRIES)).isEqualTo(2);
        assertThat(value(day.quarter("10:00"), Metric.EXITS)).isEqualTo(1);
        assertThat(value(day.quarter("10:15"), Metric.FOOTFALL)).isEqualTo(5);
        assertThat(value(day.hour("10:00"), Metric.FOOTFALL)).isEqualTo(7);
        assertThat(value(day.wholeDay(), Metric.FOOTFALL, new Scope.Entrance("main")))
                .isEqualTo(7);
    }

    @Test
    void oneVisitorOfTenMinutesIsTenMinutesOfDwell() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(1, 0)).add("door-1", "10:10", Fact.Crossing.event(0, 1));

        List<Measurement> quarter = day.quarter("10:00");
        assertThat(value(quarter, Metric.OCCUPANCY)).isCloseTo(600 / 900.0, within(1e-9));
        assertThat(value(quarter, Metric.OCCUPANCY_RAW)).isCloseTo(600 / 900.0, within(1e-9));
        assertThat(value(quarter, Metric.OCCUPANCY_MAX)).isEqualTo(1);
        assertThat(value(day.wholeDay(), Metric.DWELL_MEAN)).isCloseTo(600, within(1e-9));
        assertThat(value(day.wholeDay(), Metric.DWELL_N)).isEqualTo(1);
        assertThat(row(day.wholeDay(), Metric.OCCUPANCY, Scope.STORE).state()).isEqualTo(State.VALID);
    }

    @Test
    void anObservationOfAnotherDayIsRefused() {
        TestDay day = TestStore.oneDoor().fold();

        assertThatThrownBy(() -> day.add("door-1", "03:59:59.999", Fact.Crossing.event(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-24");
    }

    @Test
    void withoutAnySignOfLifeTheNumberIsNullNotZero() {
        TestDay day = TestStore.oneDoor().entrance("back", CountBasis.IN).fold();
        day.add("door-1", "10:01", Fact.Heartbeat.BARE);

        Measurement alive = row(day.quarter("10:15"), Metric.FOOTFALL, Scope.STORE);
        Measurement dead = row(day.quarter("12:00"), Metric.FOOTFALL, Scope.STORE);

        assertThat(alive.value()).isEqualTo(0);
        assertThat(alive.state()).isEqualTo(State.VALID);
        assertThat(dead.value()).isNull();
        assertThat(dead.state()).isEqualTo(State.INVALID);
        assertThat(dead.reason()).isEqualTo("door-1 silent 12:00\u201312:15");
    }

    @Test
    void aRunningQuarterIsJudgedOverThePartElapsed() {
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "10:00", Fact.Crossing.event(3, 0));

        List<Measurement> rows =
                day.fold.rows(Grain.QUARTER, day.calendar().quarterOf(day.at("10:00")), day.at("10:05", false));

        assertThat(value(rows, Metric.OCCUPANCY)).isEqualTo(3);
        assertThat(value(rows, Metric.COMPLETENESS)).isEqualTo(1);
    }
}
