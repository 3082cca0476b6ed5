package dev.footfall.metrics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Earlier;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.visitors.HeardDevices;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WifiPeopleTest {
    private static final SensorId DOOR = new SensorId("door-1");
    private static final SensorId AP = new SensorId("ap-1");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private final StoreConfig config =
            TestStore.oneDoor().camera("ap-1", java.util.Map.of()).build();

    private record Stay(int from, int to) {}

    /** People whose phones are heard every two minutes, from 10:00 to 18:00; a printer is heard all day. */
    private DayFold day(LocalDate date, boolean doors, Calibration calibration) {
        BusinessDay day = config.calendar().day(date);
        DayFold fold = new DayFold(
                config,
                day,
                Earlier.ofDoors(LearnedFactors.NONE, config.calendar()).withWifi(calibration));
        Instant ten = date.atTime(10, 0).toInstant(java.time.ZoneOffset.UTC);
        List<Stay> stays = stays(date);
        for (int minute = 0; minute < 540; minute += 5) {
            Instant at = ten.plusSeconds(60L * minute);
            fold.add(Observation.of(AP, at, sighting(1, -60)));
            if (doors) {
                fold.add(Observation.of(DOOR, at, Fact.Heartbeat.BARE));
            }
        }
        Random random = new Random(date.toEpochDay());
        for (int person = 0; person < stays.size(); person++) {
            Stay stay = stays.get(person);
            if (doors) {
                fold.add(Observation.of(DOOR, ten.plusSeconds(60L * stay.from), Fact.Crossing.event(1, 0)));
                fold.add(Observation.of(DOOR, ten.plusSeconds(60L * stay.to), Fact.Crossing.event(0, 1)));
            }
            for (int minute = stay.from; minute < stay.to; minute += 2) {
                int rssi = -50 - random.nextInt(20);
                fold.add(Observation.of(AP, ten.plusSeconds(60L * minute + 1), sighting(1000 + 2L * person, rssi)));
            }
        }
        return fold;
    }

    private static Fact.Sighting sighting(long hash, int rssi) {
        return new Fact.Sighting(new Identity.Pseudonym(hash, true), rssi, 6, -1, 0);
    }

    private static List<Stay> stays(LocalDate date) {
        Random random = new Random(date.toEpochDay() * 31);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(420);
            stays.add(new Stay(from, from + 15 + random.nextInt(60)));
        }
        return stays;
    }

    private static double present(LocalDate date, int minute) {
        double seconds = 0;
        for (Stay stay : stays(date)) {
            seconds += Math.max(0, Math.min(stay.to, minute + 60) - Math.max(stay.from, minute));
        }
        return seconds / 60;
    }

    private Calibration taught(int days) {
        List<CalibrationDay> taught = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            taught.add(day(MONDAY.plusDays(i), true, Calibration.NONE)
                    .calibration()
                    .orElseThrow());
        }
        return Calibration.of(taught);
    }

    private static Measurement hour(DayFold fold, LocalDate date, int hour, Metric metric) {
        Instant start = date.atTime(hour, 0).toInstant(java.time.ZoneOffset.UTC);
        Horizon closed = new Horizon(fold.day().window().end(), true);
        return fold.rows(Grain.HOUR, new Window(start, start.plusSeconds(3600)), closed).stream()
                .filter(row -> row.metric() == metric && row.scope().equals(Scope.STORE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsThePeoplePresentWhileTheDoorsAreSilent() {
        LocalDate date = MONDAY.plusDays(9);
        DayFold fold = day(date, false, taught(6));

        Measurement noon = hour(fold, date, 12, Metric.WIFI_PEOPLE);
        double truth = present(date, 120);

        assertThat(noon.value()).isNotNull().isCloseTo(truth, within(1.5));
        assertThat(truth).isBetween(noon.low(), noon.high());
        assertThat(noon.state()).isEqualTo(State.ESTIMATED);
        assertThat(noon.reason()).startsWith("by WiFi, calibrated on 6 earlier days");
        assertThat(hour(fold, date, 12, Metric.WIFI_RATIO).value()).isNotNull().isBetween(0.4, 1.5);
    }

    @Test
    void withoutACalibrationThereIsNoNumberButAReason() {
        DayFold fold = day(MONDAY, true, Calibration.NONE);

        Measurement noon = hour(fold, MONDAY, 12, Metric.WIFI_PEOPLE);

        assertThat(noon.value()).isNull();
        assertThat(noon.state()).isEqualTo(State.INVALID);
        assertThat(noon.reason()).startsWith("not calibrated: ");
    }

    @Test
    void aDayWithSilentDoorsTeachesNothing() {
        assertThat(day(MONDAY, false, Calibration.NONE)
                        .calibration()
                        .orElseThrow()
                        .pairs())
                .isEmpty();
    }

    @Test
    void aSilenceWithinADayWhoseDoorsCloseStillTeaches() {
        DayFold fold = new DayFold(config, config.calendar().day(MONDAY), LearnedFactors.NONE);
        Instant ten = MONDAY.atTime(10, 0).toInstant(java.time.ZoneOffset.UTC);
        fold.add(Observation.of(DOOR, ten, Fact.Crossing.event(7, 0)));
        fold.add(Observation.of(DOOR, ten.plusSeconds(4 * 3600), Fact.Crossing.event(0, 7)));
        for (int minute = 0; minute < 240; minute += 5) {
            fold.add(Observation.of(AP, ten.plusSeconds(60L * minute), sighting(1, -60)));
        }

        assertThat(fold.calibration().orElseThrow().pairs())
                .filteredOn(pair -> pair.people() > 6.9)
                .hasSizeGreaterThanOrEqualTo(46);
    }

    @Test
    void equipmentThatNeverLeavesIsLeftOutByItself() {
        Features features = new Features(288);
        HeardDevices heard = new HeardDevices(new boolean[288], features);
        for (int bin = 100; bin < 200; bin++) {
            heard.add(2, false, bin, -50);
        }
        heard.add(4, false, 150, -50);

        assertThat(heard.ofTheHouse()).isEqualTo(1);
        assertThat(features.devices(150)).isEqualTo(1);
    }

    @Test
    void whatIsHeardForAnHourWhileClosedBelongsToTheHouse() {
        boolean[] closed = new boolean[288];
        java.util.Arrays.fill(closed, 0, 60, true);
        Features features = new Features(288);
        HeardDevices heard = new HeardDevices(closed, features);
        for (int bin = 0; bin < 60; bin += 5) {
            heard.add(2, false, bin, -50);
        }
        heard.add(2, false, 100, -50);

        assertThat(features.devices(100)).isZero();
    }
}
