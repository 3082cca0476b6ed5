package dev.footfall.metrics.parking;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private static final Scope P1 = new Scope.CarPark("p1");

    private final TestDay day = new TestStore()
            .carPark("p1", 60)
            .gate("gate", "p1")
            .gate("bays", "p1")
            .fold()
            .alive("gate", "bays");

    private ParkingTest drives(String time, Direction direction) {
        day.add("gate", time, new Fact.Vehicle(direction, null, null));
        return this;
    }

    private @Nullable Double quarter(Metric metric) {
        return value(day.quarter("10:00"), metric, P1);
    }

    @Test
    void gatesCountAndMoveTheLevelFromTheDayBefore() {
        day.carried("gate", "-23:00", new Fact.Parked(10, "p1"));
        drives("10:05", Direction.IN).drives("10:10", Direction.IN).drives("10:10", Direction.OUT);

        assertThat(quarter(Metric.VEHICLES_IN)).isEqualTo(2);
        assertThat(quarter(Metric.VEHICLES_OUT)).isEqualTo(1);
        assertThat(quarter(Metric.VEHICLES_PRESENT)).isCloseTo((300 * 10 + 600 * 11) / 900.0, within(1e-9));
        assertThat(quarter(Metric.VEHICLES_PRESENT_MAX)).isEqualTo(11);
        assertThat(quarter(Metric.VEHICLES_PRESENT_LAST)).isEqualTo(11);
        assertThat(value(day.quarter("05:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(10);
    }

    @Test
    void anAbsoluteCountSetsTheLevelAndGatesMoveItFromThere() {
        drives("10:01", Direction.IN);
        day.add("gate", "10:05", new Fact.Parked(40, null));
        drives("10:10", Direction.OUT);

        // One car for 4 minutes, 40 for 5, 39 for 5.
        assertThat(quarter(Metric.VEHICLES_PRESENT)).isCloseTo((240 + 300 * 40 + 300 * 39) / 900.0, within(1e-9));
        assertThat(quarter(Metric.VEHICLES_PRESENT_LAST)).isEqualTo(39);
        assertThat(value(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(39);
    }

    @Test
    void aMissedEntryDoesNotMakeTheCarParkEmptierThanEmpty() {
        drives("10:01", Direction.OUT);

        assertThat(quarter(Metric.VEHICLES_PRESENT)).isEqualTo(0);
    }

    @Test
    void baysAreAddedUp() {
        day.add("bays", "10:00", new Fact.Bay("1", true)).add("bays", "10:05", new Fact.Bay("2", true));
        day.add("bays", "10:10", new Fact.Bay("1", false));

        assertThat(quarter(Metric.VEHICLES_PRESENT)).isCloseTo((300 + 600 + 300) / 900.0, within(1e-9));
        assertThat(quarter(Metric.VEHICLES_PRESENT_MAX)).isEqualTo(2);
        assertThat(quarter(Metric.VEHICLES_PRESENT_LAST)).isEqualTo(1);
        assertThat(find(day.quarter("10:00"), Metric.VEHICLES_IN, P1)).isEmpty();
    }

    @Test
    void beforeAnythingTellsTheLevelIsNull() {
        day.add("bays", "12:00", new Fact.Bay("1", true));

        assertThat(quarter(Metric.VEHICLES_PRESENT)).isNull();
        assertThat(value(day.quarter("12:00"), Metric.VEHICLES_PRESENT, P1)).isEqualTo(1);
    }

    @Test
    void aGateThatSawNothingSawNothing() {
        assertThat(quarter(Metric.VEHICLES_IN)).isEqualTo(0);
        assertThat(find(day.quarter("10:00"), Metric.VEHICLES_PRESENT, P1)).isEmpty();
    }

    private static Identity plate(long hash) {
        return new Identity.Pseudonym(hash, false);
    }

    private ParkingTest drives(String time, Direction direction, long plate) {
        day.add("gate", time, new Fact.Vehicle(direction, plate(plate), null));
        return this;
    }

    @Test
    void platesSeenAtBothGatesTellTheMeanStayOfThoseWhoLeft() {
        drives("10:00", Direction.IN, 1).drives("10:10", Direction.IN, 2);
        drives("10:30", Direction.OUT, 1).drives("11:10", Direction.OUT, 2);

        assertThat(value(day.hour("10:00"), Metric.PARKING_STAY, P1)).isEqualTo(1800);
        assertThat(value(day.hour("11:00"), Metric.PARKING_STAY, P1)).isEqualTo(3600);
        assertThat(find(day.quarter("10:00"), Metric.PARKING_STAY, P1)).isEmpty();
    }

    @Test
    void withoutPlatesTheStayIsVehicleSecondsPerVehicle() {
        drives("10:00", Direction.IN).drives("10:10", Direction.IN);
        drives("10:30", Direction.OUT).drives("10:40", Direction.OUT);

        assertThat(value(day.hour("10:00"), Metric.PARKING_STAY, P1)).isEqualTo(1800);
        assertThat(row(day.hour("10:00"), Metric.PARKING_STAY, P1).state()).isEqualTo(State.ESTIMATED);
        assertThat(row(day.hour("12:00"), Metric.PARKING_STAY, P1).value()).isNull();
    }

    @Test
    void baysTellTheirOwnStays() {
        day.add("bays", "10:00", new Fact.Bay("1", true)).add("bays", "10:20", new Fact.Bay("1", false));
        day.add("bays", "10:05", new Fact.Bay("2", true)).add("bays", "10:45", new Fact.Bay("2", false));

        assertThat(value(day.hour("10:00"), Metric.PARKING_STAY, P1)).isEqualTo(1800);
    }
}
