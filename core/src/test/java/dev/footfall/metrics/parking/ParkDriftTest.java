package dev.footfall.metrics.parking;

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
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkDriftTest {
    private static final Scope P1 = new Scope.CarPark("p1");
    private static final StoreConfig EMPTY =
            new TestStore().emptyCarPark("p1").gate("gate", "p1").build();
    private static final StoreConfig KEPT =
            new TestStore().carPark("p1", 60).gate("gate", "p1").build();

    private static TestDay day(StoreConfig store, ParkPast past) {
        Earlier earlier = Earlier.ofDoors(LearnedFactors.NONE, store.calendar()).withParks(past);
        return new TestDay(store, TestStore.DATE, earlier).alive("gate");
    }

    private static TestDay day(StoreConfig store) {
        return day(store, new ParkPast(store.calendar()));
    }

    private static void drive(TestDay day, String time, Direction direction, int vehicles) {
        for (int i = 0; i < vehicles; i++) {
            day.add("gate", time, new Fact.Vehicle(direction, null, null));
        }
    }

    /** Days before, each with so many vehicles in and out. */
    private static ParkPast past(StoreConfig store, int[]... days) {
        ParkPast past = new ParkPast(store.calendar());
        for (int i = 0; i < days.length; i++) {
            LocalDate date = TestStore.DATE.minusDays(days.length - i);
            past.learn(total(store, date, Metric.VEHICLES_IN, days[i][0]));
            past.learn(total(store, date, Metric.VEHICLES_OUT, days[i][1]));
        }
        return past;
    }

    private static Measurement total(StoreConfig store, LocalDate date, Metric metric, double value) {
        return new Measurement(
                metric,
                P1,
                Grain.DAY,
                store.calendar().day(date).window(),
                value,
                null,
                null,
                1,
                State.VALID,
                null,
                Basis.COUNTER,
                0);
    }

    @Test
    void aDayInWhichNobodyStaysOvernightEndsEmptyThoughTheGateLostSomeWhoLeft() {
        TestDay day = day(EMPTY);
        drive(day, "10:00", Direction.IN, 100);
        drive(day, "18:00", Direction.OUT, 80);

        assertThat(value(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1)).isCloseTo(90, within(1e-9));
        assertThat(value(day.quarter("19:00"), Metric.VEHICLES_PRESENT, P1)).isCloseTo(0, within(1e-9));
        assertThat(row(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1).low()).isLessThan(90);
        assertThat(value(day.wholeDay(), Metric.VEHICLES_IN, P1)).isEqualTo(100);
        assertThat(value(day.wholeDay(), Metric.DRIFT_RATE, P1)).isCloseTo(20 / 90.0, within(1e-9));
        assertThat(day.fold.carry()).extracting(Observation::fact).noneMatch(Fact.Parked.class::isInstance);
    }

    @Test
    void whereVehiclesMayStayOneDaysBalanceIsBelievedAndCarriedOn() {
        TestDay day = day(KEPT);
        drive(day, "10:00", Direction.IN, 100);
        drive(day, "18:00", Direction.OUT, 80);

        assertThat(value(day.quarter("19:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(20);
        Measurement drift = row(day.wholeDay(), Metric.DRIFT_RATE, P1);
        assertThat(drift.value()).isCloseTo(20 / 90.0, within(1e-9));
        assertThat(drift.reason()).contains("stayed overnight");

        Observation balance = day.fold.carry().stream()
                .filter(o -> o.fact() instanceof Fact.Parked)
                .findFirst()
                .orElseThrow();
        TestDay next = new TestDay(KEPT, TestStore.DATE.plusDays(1), LearnedFactors.NONE).alive("gate");
        next.fold.add(balance);
        assertThat(value(next.quarter("08:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(20);
    }

    @Test
    void aDayWithoutVehiclesCarriesOnWhatItBeganWith() {
        TestDay day = day(KEPT);
        day.fold.add(new Observation(
                new SensorId("gate"),
                day.at("-20:00"),
                CarParkFold.BY_GATES,
                Flag.CARRIED.bit(),
                new Fact.Parked(20, "p1")));

        assertThat(value(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(20);
        assertThat(day.fold.carry())
                .filteredOn(o -> o.fact() instanceof Fact.Parked)
                .singleElement()
                .satisfies(o -> assertThat(o.at()).isEqualTo(day.at("-20:00")));
    }

    @Test
    void gatesThatLoseOneSideDayAfterDayAreCorrectedThoughVehiclesMayStay() {
        int[][] week = {{104, 100}, {105, 100}, {103, 100}, {104, 101}, {104, 99}, {105, 100}, {103, 100}};
        TestDay day = day(KEPT, past(KEPT, week));
        drive(day, "10:00", Direction.IN, 104);
        drive(day, "18:00", Direction.OUT, 100);

        assertThat(value(day.quarter("19:00"), Metric.VEHICLES_PRESENT, P1)).isCloseTo(0, within(0.5));
        assertThat(row(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1).reason())
                .contains("earlier days");
    }

    @Test
    void vehiclesThatStayedAndLeftAgainAreNoDrift() {
        int[][] week = {{120, 100}, {100, 100}, {100, 110}, {104, 101}, {99, 99}, {105, 100}, {90, 105}, {100, 101}};

        assertThat(past(KEPT, week).before("p1", TestStore.DATE).drifts()).isFalse();
    }

    @Test
    void aCountSetsTheLevelOfAnEmptyParkToo() {
        TestDay day = day(EMPTY);
        day.add("gate", "08:00", new Fact.Parked(7, null));
        drive(day, "10:00", Direction.IN, 3);

        assertThat(value(day.quarter("09:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(7);
        assertThat(value(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(10);
        assertThat(row(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1).low()).isNull();
    }

    @Test
    void betweenTwoCountsTheChangeIsNoDrift() {
        TestDay day = day(KEPT);
        day.add("gate", "08:00", new Fact.Parked(10, null));
        drive(day, "10:00", Direction.IN, 20);
        drive(day, "12:00", Direction.OUT, 10);
        day.add("gate", "20:00", new Fact.Parked(20, null));

        assertThat(value(day.wholeDay(), Metric.DRIFT_RATE, P1)).isEqualTo(0);
        assertThat(row(day.wholeDay(), Metric.DRIFT_RATE, P1).reason()).isNull();
    }

    @Test
    void aDayWithoutVehiclesHasNoDriftRate() {
        assertThat(find(day(EMPTY).wholeDay(), Metric.DRIFT_RATE, P1)).isEmpty();
        assertThat(value(day(EMPTY).wholeDay(), Metric.VEHICLES_PRESENT, P1)).isEqualTo(0);
        assertThat(List.of(day(KEPT).wholeDay()))
                .noneMatch(rows -> find(rows, Metric.VEHICLES_PRESENT, P1).isPresent());
    }
}
