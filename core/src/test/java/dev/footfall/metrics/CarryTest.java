package dev.footfall.metrics;

import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarryTest {
    private final TestStore store = TestStore.oneDoor()
            .zone("a", 0, 0, 2, 0, 2, 2, 0, 2)
            .camera("cam", Map.of("cam_a", "a"))
            .carPark("p1", 60)
            .gate("gate", "p1")
            .carPark("p2", 2)
            .gate("bays", "p2");
    private final StoreConfig config = store.build();
    private final TestDay today = store.fold();

    private TestDay tomorrow() {
        TestDay day = new TestDay(config, TestStore.DATE.plusDays(1), LearnedFactors.NONE);
        today.fold.carry().forEach(day.fold::add);
        return day;
    }

    @Test
    void everythingCarriedKeepsItsTimeAndSaysThatItIsCarried() {
        today.add("door-1", "22:00", new Fact.Counter(7, 8, "b", 65_536, 99, true));

        assertThat(today.fold.carry())
                .containsExactly(new Observation(
                        new SensorId("door-1"),
                        today.at("22:00"),
                        "",
                        Flag.CARRIED.bit(),
                        new Fact.Counter(7, 8, "b", 65_536, 99, true)));
    }

    @Test
    void aCounterGoesOnFromYesterdaysLastReading() {
        today.add("door-1", "+03:50", Fact.Counter.of(100, 90));
        TestDay tomorrow = tomorrow();
        tomorrow.add("door-1", "04:05", Fact.Counter.of(104, 91));

        assertThat(value(tomorrow.quarter("04:00"), Metric.ENTRIES)).isEqualTo(4);
        assertThat(value(today.wholeDay(), Metric.ENTRIES)).isEqualTo(0);
    }

    @Test
    void aReadingIsCarriedOverAQuietDayToo() {
        today.carried("door-1", "-22:00", Fact.Counter.of(100, 90));

        assertThat(today.fold.carry()).extracting(Observation::at).containsExactly(today.at("-22:00"));
    }

    @Test
    void aReadingThatCameLateForYesterdayReplacesTheBase() {
        today.add("door-1", "22:00", Fact.Counter.of(100, 0));
        TestDay tomorrow = tomorrow();
        tomorrow.add("door-1", "04:05", Fact.Counter.of(104, 0));

        today.add("door-1", "+03:55", Fact.Counter.of(103, 0));
        today.fold.carry().forEach(tomorrow.fold::add);

        assertThat(value(today.wholeDay(), Metric.ENTRIES)).isEqualTo(3);
        assertThat(value(tomorrow.wholeDay(), Metric.ENTRIES)).isEqualTo(1);
    }

    @Test
    void invertedAndBeamReadingsAreCarriedAsTheDeviceGaveThem() {
        TestStore inverted = new TestStore()
                .entrance("main", dev.footfall.store.StoreConfig.CountBasis.IN)
                .door("door-1", "main", "invert", "true")
                .door("beam", "main");
        TestDay day = inverted.fold();
        day.add("door-1", "22:00", Fact.Counter.of(5, 9));
        day.add("beam", "22:00", new Fact.Counter(40, 0, null, 0, -1, false));

        assertThat(day.fold.carry())
                .extracting(Observation::fact)
                .containsExactly(Fact.Counter.of(5, 9), new Fact.Counter(40, 0, null, 0, -1, false));
    }

    @Test
    void onlyASensorStillAliveIsCarried() {
        today.add("door-1", "+03:40", Fact.Heartbeat.BARE);
        today.add("cam", "+03:20", Fact.Heartbeat.BARE);
        today.add("gate", "+03:50", Fact.Heartbeat.BARE).add("gate", "+03:51", new Fact.Offline());

        assertThat(today.fold.carry()).extracting(o -> o.sensor().value()).containsExactly("door-1");
        assertThat(value(tomorrow().quarter("04:00"), Metric.COMPLETENESS)).isEqualTo(600 / 900.0);
    }

    @Test
    void levelsOfZonesAndCarParksAreCarried() {
        today.add("cam", "+03:55", new Fact.ZoneLevel("cam_a", 2));
        today.add("gate", "22:00", new Fact.Vehicle(Direction.IN, null, null));
        today.add("gate", "22:01", new Fact.Vehicle(Direction.IN, null, null));
        today.add("bays", "22:00", new Fact.Bay("1", true)).add("bays", "22:00", new Fact.Bay("2", false));
        TestDay tomorrow = tomorrow().alive("gate", "bays");

        assertThat(value(tomorrow.quarter("04:00"), Metric.PERSON_SECONDS, new Scope.Zone("a")))
                .isEqualTo(2 * 900);
        assertThat(value(tomorrow.quarter("04:00"), Metric.VEHICLES_PRESENT, new Scope.CarPark("p1")))
                .isEqualTo(2);
        assertThat(value(tomorrow.quarter("04:00"), Metric.VEHICLES_PRESENT, new Scope.CarPark("p2")))
                .isEqualTo(1);
    }

    @Test
    void whatIsCarriedIsNoDataOfTheDay() {
        today.add("door-1", "+03:55", Fact.Counter.of(1, 1));
        TestDay tomorrow = tomorrow();

        assertThat(tomorrow.fold.firstData()).isEmpty();
        assertThat(tomorrow.fold.drainDirty()).isEmpty();
        tomorrow.add("door-1", "04:20", Fact.Heartbeat.BARE);
        assertThat(tomorrow.fold.firstData()).contains(tomorrow.calendar().quarterOf(tomorrow.at("04:15")));
        assertThat(List.copyOf(tomorrow.fold.drainDirty())).hasSize(1);
    }

    @Test
    void aWindowsCountThatEndsWithTheDayBelongsToTheDay() {
        Observation last = new Observation(
                new SensorId("door-1"), today.at("+04:00"), "", 0, Fact.Crossing.interval(3, 0, 900_000));

        assertThat(DayFold.belongsAt(last)).isBefore(today.at("+04:00"));
        today.fold.add(last);
        assertThat(value(today.quarter("+03:45"), Metric.ENTRIES)).isEqualTo(3);
    }
}
