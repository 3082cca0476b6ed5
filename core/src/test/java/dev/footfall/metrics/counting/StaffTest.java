package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffTest {
    private static final Scope MAIN = new Scope.Entrance("main");

    private static Fact staff(Fact said) {
        return new Fact.OfStaff(said);
    }

    @Test
    void staffToldApartAreTakenOffTheCountsOfTheirEntranceAndStore() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:01", Fact.Crossing.event(1, 0)).add("door-1", "10:01", staff(Fact.Crossing.event(1, 0)));
        day.add("door-1", "10:02", Fact.Crossing.event(3, 0)).add("door-1", "10:09", Fact.Crossing.event(0, 2));

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.ENTRIES)).isEqualTo(3);
        assertThat(value(rows, Metric.FOOTFALL, MAIN)).isEqualTo(3);
        assertThat(value(rows, Metric.EXITS)).isEqualTo(2);
        assertThat(value(rows, Metric.ENTRIES_STAFF)).isEqualTo(1);
        assertThat(value(rows, Metric.EXITS_STAFF, MAIN)).isEqualTo(0);
    }

    @Test
    void staffAreNotInTheOccupancyButToldBesideIt() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "09:00", Fact.Crossing.event(2, 0)).add("door-1", "09:00", staff(Fact.Crossing.event(2, 0)));
        day.add("door-1", "10:00", Fact.Crossing.event(5, 0)).add("door-1", "10:30", Fact.Crossing.event(0, 5));
        day.add("door-1", "20:00", Fact.Crossing.event(0, 2)).add("door-1", "20:00", staff(Fact.Crossing.event(0, 2)));

        List<Measurement> rows = day.quarter("10:15");
        assertThat(value(rows, Metric.OCCUPANCY)).isEqualTo(5);
        assertThat(value(rows, Metric.STAFF_PRESENT)).isEqualTo(2);
        assertThat(value(rows, Metric.STAFF_PRESENT_MAX)).isEqualTo(2);
        assertThat(value(day.wholeDay(), Metric.DWELL_MEAN)).isEqualTo(1800);
    }

    @Test
    void whereNobodyTellsStaffApartThereIsNoRowAboutThem() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1").add("door-1", "10:01", Fact.Crossing.event(1, 0));

        assertThat(find(day.wholeDay(), Metric.ENTRIES_STAFF, Scope.STORE)).isEmpty();
        assertThat(find(day.wholeDay(), Metric.STAFF_PRESENT, Scope.STORE)).isEmpty();
    }

    @Test
    void aCountersStaffAreStepsOfTheirOwnAndCarriedIntoTheNextDay() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Counter.of(100, 90)).add("door-1", "10:00", staff(Fact.Counter.of(40, 40)));
        day.add("door-1", "10:10", Fact.Counter.of(110, 91)).add("door-1", "10:10", staff(Fact.Counter.of(42, 40)));

        assertThat(value(day.quarter("10:00"), Metric.ENTRIES)).isEqualTo(8);
        assertThat(value(day.quarter("10:00"), Metric.EXITS)).isEqualTo(1);
        assertThat(day.fold.carry())
                .extracting(Observation::fact)
                .contains(Fact.Counter.of(110, 91), staff(Fact.Counter.of(42, 40)));
    }

    @Test
    void aLineNamedInTheOptionCountsStaffAlone() {
        TestDay day = new TestStore()
                .entrance("main", dev.footfall.store.StoreConfig.CountBasis.IN)
                .door("door-1", "main", "staff-lines", "logic-7, register-2")
                .fold()
                .alive("door-1");
        day.add("door-1", "10:01", "logic-1", Fact.Crossing.interval(6, 4, 60_000))
                .add("door-1", "10:01", "logic-7", Fact.Crossing.interval(2, 1, 60_000));

        assertThat(value(day.quarter("10:00"), Metric.ENTRIES)).isEqualTo(4);
        assertThat(value(day.quarter("10:00"), Metric.EXITS)).isEqualTo(3);
        assertThat(value(day.quarter("10:00"), Metric.ENTRIES_STAFF)).isEqualTo(2);
    }

    @Test
    void staffToldBeforeThePeopleTheyAreAmongNeverMakeFewerThanNone() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:14:59", staff(Fact.Crossing.event(1, 0)))
                .add("door-1", "10:15:01", Fact.Crossing.event(1, 0));

        assertThat(value(day.quarter("10:00"), Metric.ENTRIES)).isEqualTo(0);
        assertThat(value(day.hour("10:00"), Metric.ENTRIES)).isEqualTo(0);
    }

    @Test
    void whoCrossesAPerimeterLineAsStaffIsNoEntry() {
        TestDay day = new TestStore()
                .plan(10, 10)
                .entrance("main", dev.footfall.store.StoreConfig.CountBasis.IN)
                .line("sill", 0, 5, 10, 5, "main")
                .sensor("cam", null, null, Map.of())
                .fold();
        for (String track : List.of("visitor", "worker")) {
            Fact[] fixes = {new Fact.Position(track, 5, 4), new Fact.Position(track, 5, 6)};
            for (int i = 0; i < fixes.length; i++) {
                day.add("cam", "10:00:0" + i, track.equals("worker") ? staff(fixes[i]) : fixes[i]);
            }
        }

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.ENTRIES)).isEqualTo(1);
        assertThat(value(rows, Metric.ENTRIES_STAFF)).isEqualTo(1);
        assertThat(value(rows, Metric.LINE_FORWARD, new Scope.Line("sill"))).isEqualTo(1);
    }

    @Test
    void onlyWhatCanBeOfStaffIsTold() {
        assertThatThrownBy(() -> new Fact.OfStaff(Fact.Heartbeat.BARE)).hasMessageContaining("crossings");
    }
}
