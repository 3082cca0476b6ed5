package dev.footfall.metrics.counting;

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
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.time.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A door with a counter, and a camera that stands in while the counter is silent. */
class BackupTest {
    private static final Scope MAIN = new Scope.Entrance("main");

    private static TestStore store() {
        return TestStore.oneDoor().door("spare", "main", "role", "backup");
    }

    /** The counter talks until 11:00 and again from 14:00, the camera all day; each sees a person in every ten minutes. */
    private static List<Observation> messages(TestDay day) {
        List<Observation> messages = new ArrayList<>();
        for (int minute = 0; minute < 480; minute += 10) {
            String time = String.format("%02d:%02d", 9 + minute / 60, minute % 60);
            Fact in = Fact.Crossing.event(1, 0);
            Fact out = Fact.Crossing.event(0, 1);
            Fact seen = minute % 20 == 0 ? in : out;
            messages.add(Observation.of(new SensorId("spare"), day.at(time), seen));
            if (minute <= 120 || minute >= 300) {
                messages.add(Observation.of(new SensorId("door-1"), day.at(time), seen));
            }
        }
        return messages;
    }

    @Test
    void theBackupCountsWhileTheSensorIsSilentAndIsNotAddedOtherwise() {
        TestDay day = store().fold();
        messages(day).forEach(day.fold::add);

        // Of 48 people the two between the counter's last word at 11:00 and half past, when it is taken to be silent,
        // are lost.
        List<Measurement> rows = day.wholeDay();
        assertThat(value(rows, Metric.ENTRIES)).isEqualTo(23);
        assertThat(value(rows, Metric.EXITS)).isEqualTo(23);
        Measurement between = row(day.hour("12:00"), Metric.FOOTFALL, MAIN);
        assertThat(between.value()).isEqualTo(3);
        assertThat(between.state()).isEqualTo(State.VALID);
        assertThat(between.basis()).isEqualTo(Basis.FUSED);
        assertThat(between.reason()).isEqualTo("spare counted while door-1 was silent");
    }

    @Test
    void whileTheSensorTellsTheRowsSayNothingOfTheBackup() {
        TestDay day = store().fold();
        messages(day).forEach(day.fold::add);

        Measurement morning = row(day.hour("10:00"), Metric.FOOTFALL, MAIN);
        assertThat(morning.value()).isEqualTo(3);
        assertThat(morning.basis()).isEqualTo(Basis.COUNTER);
        assertThat(morning.reason()).isNull();
    }

    @Test
    void aSilenceThatTheBackupSharesIsAGap() {
        TestDay silent = store().fold();
        silent.add("door-1", "10:00", Fact.Crossing.event(2, 0)).add("spare", "10:00", Fact.Crossing.event(2, 0));

        Measurement noon = row(silent.hour("12:00"), Metric.FOOTFALL, MAIN);
        assertThat(noon.value()).isNull();
        assertThat(noon.state()).isEqualTo(State.INVALID);
        assertThat(noon.reason()).contains("door-1 silent");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        TestDay inOrder = store().fold();
        List<Observation> messages = messages(inOrder);
        messages.forEach(inOrder.fold::add);
        long seed = 20261128;
        Collections.shuffle(messages, new Random(seed));
        TestDay shuffled = store().fold();
        int told = 0;
        for (Observation message : messages) {
            shuffled.fold.add(message);
            if (++told % 7 == 0) {
                shuffled.fold.rows(Grain.DAY, shuffled.day().window(), shuffled.at("18:00", false));
            }
        }

        assertThat(shuffled.wholeDay()).as("seed %d", seed).isEqualTo(inOrder.wholeDay());
        assertThat(shuffled.hour("12:00")).isEqualTo(inOrder.hour("12:00"));
        assertThat(value(inOrder.hour("12:00"), Metric.OCCUPANCY)).isCloseTo(0.33, within(0.4));
    }
}
