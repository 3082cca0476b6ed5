package dev.footfall.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.Fact;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirtyTest {
    private final TestDay day = TestStore.oneDoor().fold();

    private Window quarter(String time) {
        return day.calendar().quarterOf(day.at(time));
    }

    private void evaluate(String time) {
        day.fold.rows(Grain.QUARTER, quarter(time), day.closed());
    }

    @Test
    void aQuarterIsDirtyOnceForWhateverHappenedInIt() {
        day.add("door-1", "10:01", Fact.Crossing.event(1, 0)).add("door-1", "10:02", Fact.Crossing.event(1, 0));

        assertThat(day.fold.drainDirty()).containsExactly(quarter("10:00"));
        assertThat(day.fold.drainDirty()).isEmpty();
    }

    @Test
    void aLateCrossingChangesEveryQuarterUpToTheLastOneAskedFor() {
        evaluate("10:45");
        day.fold.drainDirty();
        day.add("door-1", "10:01", Fact.Crossing.event(1, 0));

        assertThat(day.fold.drainDirty())
                .containsExactly(quarter("10:00"), quarter("10:15"), quarter("10:30"), quarter("10:45"));
    }

    @Test
    void aLateSignOfLifeChangesTheQuartersItCovers() {
        evaluate("11:45");
        day.fold.drainDirty();
        day.add("door-1", "10:05", Fact.Heartbeat.BARE);

        assertThat(day.fold.drainDirty()).containsExactly(quarter("10:00"), quarter("10:15"), quarter("10:30"));
    }

    @Test
    void quartersThatHaveNotBegunAreNotDirty() {
        evaluate("10:00");
        day.add("door-1", "10:05", Fact.Heartbeat.BARE);

        assertThat(day.fold.drainDirty()).containsExactly(quarter("10:00"));
    }

    @Test
    void aBetterDescriptionOfTheSamePeopleChangesTheWholeDay() {
        day.add("door-1", "09:01", Fact.Crossing.event(1, 0));
        evaluate("10:00");
        day.fold.drainDirty();
        day.add("door-1", "10:01", Fact.Crossing.interval(1, 0, 60_000));

        assertThat(day.fold.drainDirty()).contains(quarter("09:00"), quarter("10:00"));
    }

    @Test
    void theFirstDataAreThoseThatAWindowsCountIsAbout() {
        day.add("door-1", "10:15", Fact.Crossing.interval(1, 0, 900_000));

        assertThat(day.fold.firstData()).contains(quarter("10:00"));
    }

    @Test
    void aSensorNobodyConfiguredChangesNothing() {
        day.fold.add(new dev.footfall.observation.Observation(
                new dev.footfall.observation.SensorId("stranger"), day.at("10:00"), "", 0, Fact.Crossing.event(1, 0)));

        assertThat(day.fold.drainDirty()).isEqualTo(List.of());
        assertThat(day.fold.firstData()).isEmpty();
    }
}
