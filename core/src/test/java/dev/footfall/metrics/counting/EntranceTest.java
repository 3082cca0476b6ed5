package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.CountBasis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntranceTest {

    @Test
    void footfallFollowsEachEntrancesCountBasis() {
        TestDay day = new TestStore()
                .entrance("a", CountBasis.IN)
                .entrance("b", CountBasis.OUT)
                .entrance("c", CountBasis.MEAN)
                .door("da", "a")
                .door("db", "b")
                .door("dc", "c")
                .fold();
        for (String door : List.of("da", "db", "dc")) {
            day.add(door, "10:00", Fact.Crossing.event(10, 5));
        }

        List<Measurement> rows = day.wholeDay();
        assertThat(value(rows, Metric.FOOTFALL, new Scope.Entrance("a"))).isEqualTo(10);
        assertThat(value(rows, Metric.FOOTFALL, new Scope.Entrance("b"))).isEqualTo(5);
        assertThat(value(rows, Metric.FOOTFALL, new Scope.Entrance("c"))).isEqualTo(7.5);
        assertThat(value(rows, Metric.FOOTFALL)).isEqualTo(22.5);
        assertThat(value(rows, Metric.ENTRIES)).isEqualTo(30);
        assertThat(value(rows, Metric.EXITS)).isEqualTo(15);
    }

    @Test
    void aMessageMayNameItsEntrance() {
        TestDay day = TestStore.oneDoor()
                .entrance("side", CountBasis.IN)
                .sensor("hub", null, null, Map.of())
                .fold();
        day.add("hub", "10:00", new Fact.Crossing(3, 0, "side", Fact.Kind.EVENT, 0));
        day.add("door-1", "10:00", new Fact.Crossing(1, 0, "side", Fact.Kind.EVENT, 0));
        day.add("door-1", "10:00", new Fact.Crossing(5, 0, "nowhere", Fact.Kind.EVENT, 0));

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.ENTRIES, new Scope.Entrance("side"))).isEqualTo(4);
        assertThat(value(rows, Metric.ENTRIES, new Scope.Entrance("main"))).isEqualTo(5);
    }

    @Test
    void aSensorWithoutAnEntranceIsAnInnerLineAndNeverAdds() {
        TestDay day =
                TestStore.oneDoor().sensor("inner", null, null, Map.of()).fold().alive("door-1");
        day.add("inner", "10:00", Fact.Crossing.event(3, 0)).add("door-1", "10:00", Fact.Crossing.event(1, 0));

        assertThat(value(day.wholeDay(), Metric.FOOTFALL)).isEqualTo(1);
    }

    @Test
    void aStoreWithoutEntrancesCountsWhateverItsSensorsCount() {
        TestDay day = new TestStore().sensor("native-1", null, null, Map.of()).fold();
        day.add("native-1", "10:00", Fact.Crossing.event(3, 1));

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.FOOTFALL)).isEqualTo(3);
        assertThat(rows).allMatch(row -> row.scope().equals(Scope.STORE));
    }

    @Test
    void windowsCountBeforeCountersBeforeEvents() {
        TestDay events = TestStore.oneDoor().fold();
        events.add("door-1", "10:00:10", "l", Fact.Crossing.event(1, 0))
                .add("door-1", "10:00:20", "l", Fact.Crossing.event(1, 0));
        assertThat(value(events.wholeDay(), Metric.ENTRIES)).isEqualTo(2);

        events.add("door-1", "10:00", "l", Fact.Counter.of(100, 0));
        assertThat(value(events.wholeDay(), Metric.ENTRIES))
                .as("one reading counts nothing yet")
                .isEqualTo(2);
        events.add("door-1", "10:01", "l", Fact.Counter.of(103, 0));
        assertThat(value(events.wholeDay(), Metric.ENTRIES)).isEqualTo(3);

        events.add("door-1", "10:01", "l", Fact.Crossing.interval(4, 0, 60_000));
        assertThat(value(events.wholeDay(), Metric.ENTRIES)).isEqualTo(4);
    }

    @Test
    void differentLinesOfOneDeviceBothCount() {
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "10:00:10", "", Fact.Crossing.event(2, 0));
        day.add("door-1", "10:00", "counter", Fact.Counter.of(100, 0));
        day.add("door-1", "10:01", "counter", Fact.Counter.of(103, 0));

        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(5);
    }

    @Test
    void whatWasOnlySeenCountsUntilAnyLineOfTheSensorCounts() {
        Fact seen = new Fact.Crossing(1, 0, null, Fact.Kind.SEEN, 0);
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "10:00:10", "scene", seen).add("door-1", "10:00:20", "scene", seen);
        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(2);

        day.add("door-1", "10:00:21", "logic", Fact.Crossing.event(1, 0));
        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(1);

        day.add("door-1", "10:20:10", "scene", seen).add("door-1", "10:20:11", "logic", Fact.Crossing.event(1, 0));
        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(2);
    }

    @Test
    void whatOneSensorSawIsNotReplacedByWhatAnotherCounts() {
        TestDay day = TestStore.oneDoor()
                .entrance("side", CountBasis.IN)
                .door("door-2", "side")
                .fold();
        day.add("door-1", "10:00:10", "scene", new Fact.Crossing(1, 0, null, Fact.Kind.SEEN, 0));
        day.add("door-2", "10:00:10", "logic", Fact.Crossing.event(2, 0));

        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(3);
    }

    @Test
    void aBackupCountsOnlyWhereNothingElseDoes() {
        TestDay both =
                TestStore.oneDoor().door("spare", "main", "role", "backup").fold();
        both.add("door-1", "10:00", Fact.Crossing.event(2, 0)).add("spare", "10:00", Fact.Crossing.event(3, 0));
        TestDay alone = new TestStore()
                .entrance("main", CountBasis.IN)
                .door("spare", "main", "role", "backup")
                .fold();
        alone.add("spare", "10:00", Fact.Crossing.event(3, 0));

        assertThat(value(both.wholeDay(), Metric.ENTRIES)).isEqualTo(2);
        assertThat(value(alone.wholeDay(), Metric.ENTRIES)).isEqualTo(3);
    }

    @Test
    void aPlainBeamGivesHalfItsBreaksAsAnEstimate() {
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "10:00", new Fact.Counter(100, 0, null, 0, -1, false));
        day.add("door-1", "10:10", new Fact.Counter(107, 0, null, 0, -1, false));

        Measurement footfall = row(day.quarter("10:00"), Metric.FOOTFALL, Scope.STORE);
        assertThat(footfall.value()).isEqualTo(3.5);
        assertThat(footfall.state()).isEqualTo(State.ESTIMATED);
        assertThat(footfall.low()).isEqualTo(3.5);
        assertThat(footfall.high()).isCloseTo(3.5 / 0.7, within(1e-9));
        assertThat(footfall.reason()).contains("breaks / 2");
        assertThat(find(day.wholeDay(), Metric.DRIFT_RATE, Scope.STORE)).isEmpty();
    }

    @Test
    void whereOnlyBeamsCountNobodyKnowsWhoIsInside() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:01", new Fact.Counter(100, 0, null, 0, -1, false));
        day.add("door-1", "10:11", new Fact.Counter(107, 0, null, 0, -1, false));

        assertThat(find(day.quarter("10:00"), Metric.OCCUPANCY, Scope.STORE)).isEmpty();
        assertThat(find(day.wholeDay(), Metric.DWELL_MEAN, Scope.STORE)).isEmpty();
        assertThat(day.fold.figuresAt(day.at("10:15"), false).occupancy()).satisfies(occupancy -> {
            assertThat(occupancy.value()).isNull();
            assertThat(occupancy.reason()).contains("beam");
        });
    }

    @Test
    void anEntranceFedByTracksIsUnknownUntilThereAreTracks() {
        TestDay day = new TestStore()
                .entrance("main", CountBasis.IN)
                .line("door", 0, 0, 4, 0, "main")
                .sensor("cam", null, null, Map.of())
                .fold()
                .alive("cam");

        Measurement row = row(day.quarter("10:00"), Metric.ENTRIES, new Scope.Entrance("main"));
        assertThat(row.state()).isEqualTo(State.INVALID);
        assertThat(row.reason()).isEqualTo("no tracks seen at main");
    }

    @Test
    void aPerimeterLineCountsTracksForwardAsIn() {
        // From (0,0) to (4,0): forward leads to positive y.
        TestDay day = new TestStore()
                .entrance("main", CountBasis.IN)
                .line("door", 0, 0, 4, 0, "main")
                .sensor("cam", null, null, Map.of())
                .plan(10, 10)
                .fold();
        day.add("cam", "10:00:00", new Fact.Position("t", 2, -1)).add("cam", "10:00:01", new Fact.Position("t", 2, 1));

        List<Measurement> rows = day.quarter("10:00");
        assertThat(value(rows, Metric.ENTRIES)).isEqualTo(1);
        assertThat(value(rows, Metric.LINE_FORWARD, new Scope.Line("door"))).isEqualTo(1);
        assertThat(row(rows, Metric.ENTRIES, new Scope.Entrance("main")).basis())
                .isEqualTo(Basis.CAMERA);
    }

    @Test
    void aDeviceThatInventsLinesWithoutEndStillCountsEveryone() {
        TestDay day = TestStore.oneDoor().fold();
        for (int i = 0; i < 1000; i++) {
            day.add("door-1", "10:00", "line-" + i, Fact.Crossing.event(1, 0));
        }

        assertThat(value(day.wholeDay(), Metric.ENTRIES)).isEqualTo(1000);
    }

    @Test
    void driftIsPublishedForTheClosedDayPerEntrance() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.add("door-1", "10:00", Fact.Crossing.event(110, 0)).add("door-1", "11:00", Fact.Crossing.event(0, 90));

        assertThat(value(day.wholeDay(), Metric.DRIFT_RATE)).isCloseTo(0.2, within(1e-12));
        assertThat(value(day.wholeDay(), Metric.DRIFT_RATE, new Scope.Entrance("main")))
                .isCloseTo(0.2, within(1e-12));
        assertThat(find(day.hour("10:00"), Metric.DRIFT_RATE, Scope.STORE)).isEmpty();
    }
}
