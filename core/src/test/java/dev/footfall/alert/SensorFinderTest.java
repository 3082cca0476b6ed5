package dev.footfall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.time.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SensorFinderTest {
    private static final Fact BEAT = Fact.Heartbeat.BARE;

    private final TestStore store =
            TestStore.oneDoor().entrance("side", CountBasis.IN).door("door-2", "side");
    private final TestDay day = store.fold();
    private SensorFinder finder = new SensorFinder(store.build());
    private final Map<String, Alert> alerts = new TreeMap<>();
    private Instant looked = day.at("09:00");

    /** Publishes quarter by quarter up to a time. */
    private void publishTo(String time) {
        Instant end = day.at(time);
        while (looked.isBefore(end)) {
            Instant next = looked.plusSeconds(900);
            List<Measurement> rows = day.fold.rows(
                    Grain.QUARTER, day.calendar().quarterOf(looked), new Horizon(next.plusSeconds(120), false));
            finder.look(day.fold, rows, false, next.plusSeconds(120)).forEach(alert -> alerts.put(alert.id(), alert));
            looked = next;
        }
    }

    private void beats(String sensor, String from, String to) {
        for (Instant at = day.at(from); at.isBefore(day.at(to)); at = at.plusSeconds(600)) {
            day.fold.add(Observation.of(new SensorId(sensor), at, BEAT));
        }
    }

    private List<Alert> of(Metric metric) {
        return new ArrayList<>(alerts.values().stream()
                .filter(alert -> alert.metric() == metric)
                .toList());
    }

    @Test
    void aSensorThatFallsSilentIsTellTaleUntilItSpeaksAgain() {
        beats("door-2", "09:00", "18:00");
        beats("door-1", "09:00", "10:00");
        publishTo("10:15");
        assertThat(alerts).isEmpty();

        publishTo("11:00");
        assertThat(of(Metric.COMPLETENESS)).singleElement().satisfies(alert -> {
            assertThat(alert.scope()).isEqualTo(new Scope.Sensor("door-1"));
            assertThat(alert.kind()).isEqualTo(Alert.Kind.DATA_QUALITY);
            assertThat(alert.window().start()).isEqualTo(day.at("10:20"));
            assertThat(alert.raisedAt()).isEqualTo(day.at("10:30"));
            assertThat(alert.open()).isTrue();
            assertThat(alert.reason()).contains("door-1: silent since 10:20").contains("looks like a fault");
        });

        beats("door-1", "11:05", "18:00");
        publishTo("11:30");
        assertThat(of(Metric.COMPLETENESS)).singleElement().satisfies(alert -> {
            assertThat(alert.open()).isFalse();
            assertThat(alert.window().end()).isEqualTo(day.at("11:00"));
        });
    }

    @Test
    void aSensorThatIsNeverHeardIsToldAfterTwiceItsInterval() {
        beats("door-1", "09:00", "18:00");
        publishTo("09:15");
        assertThat(alerts).isEmpty();
        publishTo("12:00");
        assertThat(of(Metric.COMPLETENESS)).singleElement().satisfies(alert -> {
            assertThat(alert.scope()).isEqualTo(new Scope.Sensor("door-2"));
            assertThat(alert.reason()).contains("not heard since 09:00");
        });
    }

    @Test
    void aFlickeringSensorIsOneExceptionADay() {
        beats("door-2", "09:00", "18:00");
        for (int hour = 9; hour < 15; hour++) {
            day.add("door-1", "%02d:00".formatted(hour), BEAT);
        }
        publishTo("15:00");
        assertThat(of(Metric.COMPLETENESS)).hasSize(1);
    }

    @Test
    void aClockThatIsNotBelievedIsToldWhileItLasts() {
        beats("door-1", "09:00", "18:00");
        beats("door-2", "09:00", "10:00");
        publishTo("10:00");
        for (int minute = 0; minute < 15; minute += 5) {
            day.fold.add(new Observation(
                    new SensorId("door-2"),
                    day.at("10:%02d".formatted(minute)),
                    "",
                    Flag.CLOCK_UNTRUSTED.bit(),
                    Fact.Crossing.event(1, 0)));
        }
        publishTo("10:15");
        assertThat(of(Metric.FOOTFALL)).singleElement().satisfies(alert -> {
            assertThat(alert.window().start()).isEqualTo(day.at("10:00"));
            assertThat(alert.open()).isTrue();
            assertThat(alert.reason()).contains("door-2's clock").contains("3 of its 3 messages");
        });

        beats("door-2", "10:16", "12:00");
        publishTo("10:45");
        assertThat(of(Metric.FOOTFALL).getFirst().open()).isFalse();
    }

    private void untrusted(String sensor, String time) {
        day.fold.add(new Observation(
                new SensorId(sensor), day.at(time), "", Flag.CLOCK_UNTRUSTED.bit(), Fact.Crossing.event(1, 0)));
    }

    @Test
    void aSensorThatSpeaksOnceAQuarterHasAClockToo() {
        beats("door-1", "09:00", "18:00");
        untrusted("door-2", "10:05");
        untrusted("door-2", "10:20");
        publishTo("10:30");
        assertThat(of(Metric.FOOTFALL)).isEmpty();
        untrusted("door-2", "10:50");
        publishTo("11:00");

        assertThat(of(Metric.FOOTFALL)).singleElement().satisfies(alert -> {
            assertThat(alert.window().start()).isEqualTo(day.at("10:00"));
            assertThat(alert.reason()).contains("3 of its 3 messages between 10:00 and 11:00");
        });
    }

    @Test
    void aClockThatFailsJustAfterAQuarterIsNotToldOfTheQuarterBefore() {
        beats("door-1", "09:00", "18:00");
        beats("door-2", "09:00", "11:00");
        untrusted("door-2", "11:00:10");
        untrusted("door-2", "11:00:20");
        untrusted("door-2", "11:01:30");
        publishTo("11:00");
        assertThat(of(Metric.FOOTFALL)).isEmpty();
        publishTo("11:15");
        assertThat(of(Metric.FOOTFALL))
                .singleElement()
                .satisfies(alert -> assertThat(alert.window().start()).isEqualTo(day.at("11:00")));
    }

    /** Seen in the demo: two counts of one second among 56 messages. */
    @Test
    void aStrayTimeAmongManyIsNoClockThatCannotBeBelieved() {
        beats("door-1", "09:00", "18:00");
        publishTo("10:00");
        for (int second = 0; second < 40; second++) {
            int flags = second == 7 || second == 8 ? Flag.CLOCK_UNTRUSTED.bit() : 0;
            day.fold.add(new Observation(
                    new SensorId("door-2"),
                    day.at("10:05:%02d".formatted(second)),
                    "",
                    flags,
                    Fact.Crossing.event(1, 0)));
        }
        publishTo("10:30");

        assertThat(of(Metric.FOOTFALL)).isEmpty();
    }

    @Test
    void aCountThatCannotBePeopleIsToldWithItsRule() {
        beats("door-2", "09:00", "18:00");
        day.add("door-1", "09:05", Fact.Counter.of(1000, 1000)).add("door-1", "09:10", Fact.Counter.of(99_000, 1000));
        publishTo("09:15");
        assertThat(of(Metric.ENTRIES)).singleElement().satisfies(alert -> {
            assertThat(alert.open()).isTrue();
            assertThat(alert.reason()).contains("cannot be people");
        });
        day.add("door-1", "09:20", Fact.Counter.of(99_001, 1000));
        publishTo("09:30");
        assertThat(of(Metric.ENTRIES).getFirst().open()).isFalse();
    }

    @Test
    void afterARestartWhatWasOpenIsEndedWhenItIsMended() {
        beats("door-2", "09:00", "18:00");
        beats("door-1", "09:00", "10:00");
        publishTo("11:00");
        Alert open = of(Metric.COMPLETENESS).getFirst();

        finder = new SensorFinder(store.build());
        finder.resume(open);
        beats("door-1", "11:05", "12:00");
        publishTo("11:30");
        assertThat(of(Metric.COMPLETENESS))
                .singleElement()
                .satisfies(alert -> assertThat(alert.open()).isFalse());
    }
}
