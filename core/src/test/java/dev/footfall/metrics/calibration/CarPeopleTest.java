package dev.footfall.metrics.calibration;

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
import dev.footfall.metrics.Earlier;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.reason.CarReason.NoVehicleBefore;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CarPeopleTest {
    private static final Scope P1 = new Scope.CarPark("p1");
    private final StoreConfig store =
            TestStore.oneDoor().carPark("p1", 60).gate("gate", "p1").build();
    private final CarPast past = new CarPast(store.calendar());

    private void hour(LocalDate date, int hour, double people, double cars, State state) {
        Instant start = date.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
        Window window = new Window(start, start.plus(Duration.ofHours(1)));
        past.learn(published(Metric.FOOTFALL, Scope.STORE, window, people, state));
        past.learn(published(Metric.VEHICLES_IN, P1, window, cars, State.VALID));
    }

    private static Measurement published(Metric metric, Scope scope, Window window, double value, State state) {
        return new Measurement(metric, scope, Grain.HOUR, window, value, null, null, 1, state, null, Basis.COUNTER, 0);
    }

    /** Twelve hours a day, 3 people a car before noon, 4 after it, one more or less by turns. */
    private void teach(int days) {
        for (int day = 1; day <= days; day++) {
            for (int hour = 8; hour < 20; hour++) {
                double people = (hour < 12 ? 3 : 4) * 20 + (day % 2 == 0 ? 2 : -2);
                hour(TestStore.DATE.minusDays(day), hour, people, 20, State.VALID);
            }
        }
    }

    private TestDay today() {
        Earlier earlier = Earlier.ofDoors(LearnedFactors.NONE, store.calendar()).withCars(past);
        TestDay day = new TestDay(store, TestStore.DATE, earlier).alive("gate");
        for (int i = 0; i < 10; i++) {
            day.add("gate", "10:05", new Fact.Vehicle(Direction.IN, null, null));
            day.add("gate", "15:05", new Fact.Vehicle(Direction.IN, null, null));
            day.add("gate", "15:35", new Fact.Vehicle(Direction.OUT, null, null));
        }
        return day;
    }

    @Test
    void whileTheDoorsAreSilentVehiclesTellWhoCameInByTheRatioOfTheHour() {
        teach(42);
        TestDay day = today();

        Measurement morning = row(day.hour("10:00"), Metric.CARS_PEOPLE, Scope.STORE);
        assertThat(morning.value()).isCloseTo(30, within(0.7));
        assertThat(morning.low()).isBetween(25.0, morning.value());
        assertThat(morning.high()).isBetween(morning.value(), 35.0);
        assertThat(morning.state()).isEqualTo(State.ESTIMATED);
        assertThat(morning.reason()).isEqualTo("10 vehicles came in, calibrated on 42 earlier days");
        assertThat(value(day.hour("15:00"), Metric.CARS_PEOPLE)).isCloseTo(40, within(0.7));
        assertThat(value(day.wholeDay(), Metric.CARS_PEOPLE)).isCloseTo(70, within(1.4));
        assertThat(value(day.hour("15:00"), Metric.FOOTFALL)).isNull();
        assertThat(find(day.quarter("10:00"), Metric.CARS_PEOPLE, Scope.STORE)).isEmpty();
    }

    @Test
    void theRatioIsPublishedWithItsInterval() {
        teach(20);

        Measurement ratio = row(today().hour("10:00"), Metric.CARS_RATIO, Scope.STORE);

        assertThat(ratio.value()).isCloseTo(3, within(1e-9));
        assertThat(ratio.low()).isBetween(2.8, 3.0);
        assertThat(ratio.high()).isBetween(3.0, 3.2);
        assertThat(value(today().wholeDay(), Metric.CARS_RATIO)).isCloseTo((4 * 3 + 8 * 4) / 12.0, within(1e-9));
    }

    @Test
    void beforeAnythingIsLearnedItSaysSo() {
        Measurement row = row(today().hour("10:00"), Metric.CARS_PEOPLE, Scope.STORE);

        assertThat(row.value()).isNull();
        assertThat(row.state()).isEqualTo(State.INVALID);
        assertThat(row.reason())
                .isEqualTo("not calibrated: vehicles and footfall were known together on 0 earlier days for 0 hours;"
                        + " 2 days and 12 hours are needed");
    }

    @Test
    void hoursInWhichTheDoorsWereNotCompleteTeachNothing() {
        teach(3);
        for (int day = 1; day <= 3; day++) {
            hour(TestStore.DATE.minusDays(day), 10, 5, 20, State.DEGRADED);
        }

        assertThat(past.before(TestStore.DATE).ratio().of(hour -> hour == 10)).isNull();
        assertThat(past.before(TestStore.DATE).missing()).isNull();
    }

    @Test
    void daysWithoutAnyVehicleTeachNoRatio() {
        for (int hour = 8; hour < 20; hour++) {
            hour(TestStore.DATE.minusDays(1), hour, 10, 0, State.VALID);
            hour(TestStore.DATE.minusDays(2), hour, 10, 0, State.VALID);
        }

        assertThat(past.before(TestStore.DATE).missing()).isEqualTo(new NoVehicleBefore());
        assertThat(row(today().hour("10:00"), Metric.CARS_RATIO, Scope.STORE).value())
                .isNull();
    }
}
