package dev.footfall.metrics.counting;

import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Metric;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.CountBasis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CounterTest {
    private final TestDay day = TestStore.oneDoor().fold().alive("door-1");

    private CounterTest reads(String time, long in, long out) {
        day.add("door-1", time, Fact.Counter.of(in, out));
        return this;
    }

    private CounterTest reads(String time, long in, @Nullable String boot, long width, long uptime) {
        day.add("door-1", time, new Fact.Counter(in, 0, boot, width, uptime, true));
        return this;
    }

    private @Nullable Double entries(String quarter) {
        return value(day.quarter(quarter), Metric.ENTRIES);
    }

    private @Nullable Double entriesOfDay() {
        return value(day.wholeDay(), Metric.ENTRIES);
    }

    @Test
    void theFirstReadingOnlySetsTheBase() {
        reads("10:00", 1000, 900);

        assertThat(entriesOfDay()).isEqualTo(0);
    }

    @Test
    void theDifferenceCountsWhereTheReadingIs() {
        reads("10:01", 1000, 900).reads("10:10", 1004, 901).reads("10:20", 1010, 903);

        assertThat(entries("10:00")).isEqualTo(4);
        assertThat(entries("10:15")).isEqualTo(6);
        assertThat(value(day.wholeDay(), Metric.EXITS)).isEqualTo(3);
    }

    @Test
    void aReadingOnTheQuarterBelongsToTheQuarterItEnds() {
        reads("10:00", 100, 0).reads("10:15", 105, 0);

        assertThat(entries("10:00")).isEqualTo(5);
        assertThat(entries("10:15")).isEqualTo(0);
    }

    @Test
    void theSameReadingTwiceIsOne() {
        reads("10:01", 1000, 0).reads("10:10", 1004, 0).reads("10:10", 1004, 0);

        assertThat(entriesOfDay()).isEqualTo(4);
    }

    @Test
    void theBaseOfTheDayBeforeCountsFromTheDaysStart() {
        day.carried("door-1", "03:58", Fact.Counter.of(500, 0));
        reads("04:03", 507, 0);

        assertThat(entries("04:00")).isEqualTo(7);
    }

    @Test
    void aLongSilenceIsSpreadOverItsWholeLength() {
        // 90 minutes without a reading, more than twice the expected 15: six quarters of ten people each.
        reads("10:00", 0, 0).reads("11:30", 60, 0);

        for (String quarter : new String[] {"10:00", "10:15", "10:30", "10:45", "11:00", "11:15"}) {
            assertThat(entries(quarter)).as(quarter).isEqualTo(10);
        }
    }

    @Test
    void aSilenceSinceYesterdayIsSpreadFromTheDaysStart() {
        day.carried("door-1", "-22:00", Fact.Counter.of(0, 0));
        reads("05:00", 40, 0);

        assertThat(entries("04:00")).isEqualTo(10);
        assertThat(entriesOfDay()).isEqualTo(40);
    }

    @Test
    void aLateReadingSplitsTheStepBetweenItsNeighbours() {
        reads("10:00", 100, 0).reads("12:00", 150, 0);
        reads("11:00", 120, 0);

        assertThat(value(day.hour("10:00"), Metric.ENTRIES)).isEqualTo(20);
        assertThat(value(day.hour("11:00"), Metric.ENTRIES)).isEqualTo(30);
        assertThat(value(day.hour("12:00"), Metric.ENTRIES)).isEqualTo(0);
    }

    @Test
    void aDropWithANewBootIsARestart() {
        reads("10:01", 1000, "a", 0, -1).reads("10:05", 3, "b", 0, -1);

        assertThat(entriesOfDay()).isEqualTo(3);
        assertThat(day.fold.quarantinedJumps()).isEmpty();
    }

    @Test
    void aNewBootWithoutADropIsAPlainDifference() {
        reads("10:01", 1000, "a", 0, -1).reads("10:05", 1003, "b", 0, -1);

        assertThat(entriesOfDay()).isEqualTo(3);
    }

    @Test
    void aDropWithALowerUptimeIsARestartOfAllRegisters() {
        day.add("door-1", "10:01", new Fact.Counter(40, 3, null, 0, 5000, true));
        day.add("door-1", "10:05", new Fact.Counter(5, 4, null, 0, 20, true));

        assertThat(entriesOfDay()).isEqualTo(5);
        assertThat(value(day.wholeDay(), Metric.EXITS)).isEqualTo(4);
    }

    @Test
    void aDropOfAKnownWidthIsAWrap() {
        reads("10:01", 65_530, null, 65_536, -1).reads("10:05", 4, null, 65_536, -1);

        assertThat(entriesOfDay()).isEqualTo(10);
    }

    @Test
    void aDropOfAKnownWidthAfterARestartIsNoWrap() {
        reads("10:01", 65_530, "a", 65_536, -1).reads("10:05", 4, "b", 65_536, -1);

        assertThat(entriesOfDay()).isEqualTo(4);
    }

    @Test
    void anUnexplainedDropBelowATwentiethIsARestart() {
        reads("10:01", 1000, 0).reads("10:05", 49, 0);

        assertThat(entriesOfDay()).isEqualTo(49);
    }

    @Test
    void anyOtherUnexplainedDropIsQuarantinedAndTheNewBase() {
        reads("10:01", 1000, 0).reads("10:05", 50, 0).reads("10:10", 52, 0);

        assertThat(entriesOfDay()).isEqualTo(2);
        assertThat(day.fold.quarantinedJumps()).singleElement().satisfies(jump -> {
            assertThat(jump.sensor().value()).isEqualTo("door-1");
            assertThat(jump.at()).isEqualTo(day.at("10:05"));
            assertThat(jump.reason()).isEqualTo("counter fell from 1000/0 to 50/0 without a restart");
        });
    }

    @Test
    void aDropWithinOneRunIsQuarantinedHoweverSmallTheNewValue() {
        reads("10:01", 1000, "a", 0, -1).reads("10:05", 3, "a", 0, -1).reads("10:06", 5, "a", 0, -1);

        assertThat(entriesOfDay()).isEqualTo(2);
    }

    @Test
    void moreThanTwoPeopleASecondAndMetreAreQuarantinedAndTheNewBase() {
        // One metre, 60 s: 120 can pass, 121 cannot.
        reads("10:01", 0, 0).reads("10:02", 120, 0).reads("10:03", 241, 0).reads("10:04", 244, 0);

        assertThat(entriesOfDay()).isEqualTo(123);
        assertThat(day.fold.quarantinedJumps())
                .singleElement()
                .satisfies(jump -> assertThat(jump.reason())
                        .isEqualTo("121 people in 60 s is more than 2.0 a second can pass this door"));
    }

    @Test
    void aWiderDoorLetsMorePeoplePass() {
        TestDay wide = new TestStore()
                .entrance("gate", CountBasis.IN, 2.4)
                .door("door-1", "gate")
                .fold();
        wide.add("door-1", "10:01", Fact.Counter.of(0, 0)).add("door-1", "10:02", Fact.Counter.of(200, 0));

        assertThat(value(wide.wholeDay(), Metric.ENTRIES)).isEqualTo(200);
        assertThat(wide.fold.quarantinedJumps()).isEmpty();
    }

    @Test
    void aLateReadingCanExplainAJumpOrBecomeOne() {
        reads("10:00", 0, 0).reads("10:02", 300, 0);
        assertThat(entriesOfDay()).isEqualTo(0);

        reads("10:01", 290, 0);

        // 290 in the first minute still cannot be; the ten of the second can.
        assertThat(entriesOfDay()).isEqualTo(10);
        assertThat(day.fold.quarantinedJumps()).hasSize(1);
    }

    @Test
    void ofSeveralReadingsInOneSecondTheLastStandsWhateverTheirOrder() {
        reads("10:00", 0, 0)
                .reads("10:01:00.500", 3, 0)
                .reads("10:01:00.900", 5, 0)
                .reads("10:01:00.100", 1, 0);

        assertThat(entriesOfDay()).isEqualTo(5);
    }

    @Test
    void anInvertedSensorSwapsInAndOut() {
        TestDay inverted = new TestStore()
                .entrance("main", CountBasis.IN)
                .door("door-1", "main", "invert", "true")
                .fold();
        inverted.add("door-1", "10:00", Fact.Counter.of(10, 20)).add("door-1", "10:05", Fact.Counter.of(11, 25));
        inverted.add("door-1", "10:06", "other", Fact.Crossing.event(0, 1));

        assertThat(value(inverted.wholeDay(), Metric.ENTRIES)).isEqualTo(6);
        assertThat(value(inverted.wholeDay(), Metric.EXITS)).isEqualTo(1);
    }
}
