package dev.footfall.metrics.coverage;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.time.Grain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static TestDay alive(TestDay day, String... times) {
        for (String time : times) {
            day.add("door-1", time, Fact.Heartbeat.BARE);
        }
        return day;
    }

    private static Measurement footfall(List<Measurement> rows) {
        return row(rows, Metric.FOOTFALL, Scope.STORE);
    }

    @Test
    void aMessageProvesLifeForTwiceTheExpectedInterval() {
        TestDay day =
                alive(TestStore.oneDoor().expectEvery(Duration.ofMinutes(5)).fold(), "10:02");

        Measurement row = footfall(day.quarter("10:00"));
        assertThat(row.completeness()).isCloseTo(600 / 900.0, within(1e-9));
        assertThat(row.state()).isEqualTo(State.DEGRADED);
        assertThat(row.reason()).isEqualTo("door-1 silent 10:00\u201310:02; door-1 silent 10:12\u201310:15");
    }

    @Test
    void any98PercentAreValid() {
        // 10 s and 10 s of silence in 900 s: 97.8 %. 8 s and 10 s: 98 %.
        TestStore store = TestStore.oneDoor().expectEvery(Duration.ofMinutes(15));

        assertThat(footfall(alive(store.fold(), "10:00:19").quarter("10:00")).state())
                .isEqualTo(State.DEGRADED);
        Measurement valid = footfall(alive(store.fold(), "10:00:18").quarter("10:00"));
        assertThat(valid.state()).isEqualTo(State.VALID);
        assertThat(valid.completeness()).isCloseTo(0.98, within(1e-9));
        assertThat(valid.reason()).isNull();
    }

    @Test
    void aFarewellEndsLifeAtOnceAndTheNextMessageBeginsItAgain() {
        TestDay day = alive(TestStore.oneDoor().fold(), "10:00", "10:09");
        day.add("door-1", "10:03", new Fact.Offline());

        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS)).isCloseTo(540 / 900.0, within(1e-9));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        TestDay day = TestStore.oneDoor().expectEvery(Duration.ofMinutes(1)).fold();
        day.add("door-1", "10:03", new Fact.Offline());
        alive(day, "10:09", "10:02", "10:01", "10:00");

        // 10:00 to 10:03 and 10:09 to 10:11.
        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS)).isCloseTo(300 / 900.0, within(1e-9));
    }

    @Test
    void withinOneSecondAFarewellOutweighsAMessage() {
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "10:05:00.100", new Fact.Offline());
        alive(day, "10:05:00.900");

        assertThat(footfall(day.quarter("10:00")).state()).isEqualTo(State.INVALID);
    }

    @Test
    void lifeIsCarriedOverTheDaysStart() {
        TestDay day = TestStore.oneDoor().fold();
        day.carried("door-1", "03:45", Fact.Heartbeat.BARE);

        assertThat(value(day.quarter("04:00"), Metric.COMPLETENESS)).isEqualTo(1);
        assertThat(footfall(day.quarter("04:00")).value()).isEqualTo(0);
        assertThat(footfall(day.quarter("04:15")).value()).isNull();
    }

    @Test
    void aCarriedReadingIsNoSignOfLife() {
        TestDay day = TestStore.oneDoor().fold();
        day.carried("door-1", "03:59", Fact.Counter.of(5, 5));

        assertThat(footfall(day.quarter("04:00")).state()).isEqualTo(State.INVALID);
    }

    @Test
    void onlyOpenSecondsAreExpected() {
        // Open from 10:05.
        TestDay day = TestStore.oneDoor().open(605, 1200).fold();
        alive(day, "10:10");

        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aWindowInWhichTheStoreIsClosedIsClosed() {
        TestDay day = TestStore.oneDoor().open(600, 1200).fold();
        alive(day, "08:00");
        day.add("door-1", "08:05", Fact.Crossing.event(1, 0));

        Measurement cleaner = footfall(day.quarter("08:00"));
        assertThat(cleaner.state()).isEqualTo(State.CLOSED);
        assertThat(cleaner.value()).isEqualTo(1);
        assertThat(footfall(day.quarter("06:00")).value()).isNull();
        assertThat(footfall(day.quarter("06:00")).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void countsAreASourceOfTheirOwn() {
        // Silent for 90 minutes; the counter then tells what passed, though not when.
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "09:30", Fact.Counter.of(0, 0)).add("door-1", "11:00", Fact.Counter.of(60, 0));

        Measurement row = footfall(day.quarter("10:15"));
        assertThat(row.value()).isEqualTo(10);
        assertThat(row.state()).isEqualTo(State.DEGRADED);
        assertThat(row.completeness()).isZero();
    }

    @Test
    void whoGivesTheCountOfAWindowWasThereAllTheTime() {
        TestDay day = TestStore.oneDoor().fold();
        day.add("door-1", "12:00", Fact.Crossing.interval(12, 0, 7_200_000));

        for (String time : List.of("10:00", "10:45", "11:45")) {
            assertThat(footfall(day.quarter(time)).state()).as(time).isEqualTo(State.VALID);
        }
        assertThat(footfall(day.quarter("09:45")).state()).isEqualTo(State.INVALID);
    }

    @Test
    void aRunningWindowIsJudgedOverThePartElapsedAndAClosedDayWhole() {
        TestDay day =
                alive(TestStore.oneDoor().expectEvery(Duration.ofMinutes(5)).fold(), "10:00");

        assertThat(value(
                        day.fold.rows(Grain.QUARTER, day.calendar().quarterOf(day.at("10:00")), day.at("10:10", false)),
                        Metric.COMPLETENESS))
                .isEqualTo(1);
        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS)).isCloseTo(600 / 900.0, within(1e-9));
        assertThat(value(day.wholeDay(), Metric.COMPLETENESS)).isCloseTo(600 / 86_400.0, within(1e-9));
    }

    @Test
    void twoSensorsAtOneDoorAreEachResponsibleForTheirPart() {
        TestDay day = TestStore.oneDoor().door("door-2", "main").fold();
        alive(day, "10:00");

        Measurement row = footfall(day.quarter("10:00"));
        assertThat(row.completeness()).isEqualTo(0.5);
        assertThat(row.reason()).isEqualTo("door-2 silent 10:00\u201310:15");
    }

    @Test
    void theStoresCompletenessIsWeightedByTraffic() {
        TestDay day = TestStore.oneDoor()
                .entrance("side", CountBasis.IN)
                .door("door-2", "side")
                .expectEvery(Duration.ofMinutes(15))
                .fold();
        // Main lives from 10:00 and counts 90; side lives from 10:07:30 and counts 5 in that half: 10 in a whole one.
        alive(day, "10:00");
        day.add("door-1", "10:01", Fact.Crossing.event(90, 0)).add("door-2", "10:07:30", Fact.Crossing.event(5, 0));

        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS)).isCloseTo((90 + 0.5 * 10) / 100, within(1e-9));
        assertThat(value(day.quarter("10:00"), Metric.COMPLETENESS, new Scope.Entrance("side")))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aDeadEntranceWeighsLikeTheOthersOnAverage() {
        TestDay day = TestStore.oneDoor()
                .entrance("side", CountBasis.IN)
                .door("door-2", "side")
                .fold();
        day.add("door-1", "10:00", Fact.Crossing.event(1000, 0));

        Measurement row = footfall(day.quarter("10:00"));
        assertThat(row.completeness()).isCloseTo(0.5, within(1e-9));
        assertThat(row.state()).isEqualTo(State.DEGRADED);
        assertThat(row.value()).isEqualTo(1000);
        assertThat(row(day.quarter("10:00"), Metric.FOOTFALL, new Scope.Entrance("side"))
                        .state())
                .isEqualTo(State.INVALID);
    }

    @Test
    void manyGapsAreSummedUp() {
        TestDay day = TestStore.oneDoor().expectEvery(Duration.ofSeconds(30)).fold();
        alive(day, "10:01", "10:03", "10:05", "10:07", "10:09");

        assertThat(footfall(day.quarter("10:00")).reason())
                .startsWith("door-1 silent 10:00\u201310:01; door-1 silent 10:02\u201310:03")
                .endsWith("door-1 silent 3 times more");
    }

    @Test
    void aCountDatedByItsArrivalIsToldInItsRowHoweverCompleteThatIs() {
        TestDay day = TestStore.oneDoor().fold().alive("door-1");
        day.fold.add(new Observation(
                new SensorId("door-1"), day.at("10:05"), "", Flag.CLOCK_UNTRUSTED.bit(), Fact.Crossing.event(3, 0)));

        Measurement told = TestDay.row(day.quarter("10:00"), Metric.ENTRIES, Scope.STORE);
        assertThat(told.state()).isEqualTo(State.VALID);
        assertThat(told.reason()).isEqualTo("door-1 counted by the time of arrival, for its clock was wrong");
        assertThat(TestDay.row(day.quarter("10:15"), Metric.ENTRIES, Scope.STORE)
                        .reason())
                .isNull();
    }
}
