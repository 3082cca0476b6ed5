package dev.footfall.metrics.radio;

import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RadioTest {
    private static final long ANDROID = 0x0807_0605_0403_0201L;
    private static final long APPLE = 0x1800_0605_0400_1121L;

    private final TestDay day = TestStore.oneDoor()
            .camera("ap-1", Map.of())
            .camera("ap-2", Map.of())
            .fold();

    private void heard(String receiver, String time, long address, long fingerprint, int rssi) {
        Identity who = new Identity.Pseudonym(address, true);
        day.add(receiver, time, new Fact.Sighting(who, rssi, 6, -1, fingerprint));
    }

    private static Measurement row(List<Measurement> rows, Metric metric, Scope scope) {
        return rows.stream()
                .filter(row -> row.metric() == metric && row.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeviceCountsOncePerWindowUnderAllItsAddressesAndAtAllReceivers() {
        heard("ap-1", "10:01", 1, ANDROID, -50);
        heard("ap-1", "10:20", 2, ANDROID, -50);
        heard("ap-2", "10:21", 2, ANDROID, -60);
        heard("ap-1", "10:21", 3, APPLE, -50);

        assertThat(value(day.quarter("10:00"), Metric.DEVICES)).isEqualTo(1);
        assertThat(value(day.quarter("10:15"), Metric.DEVICES)).isEqualTo(2);
        assertThat(value(day.hour("10:00"), Metric.DEVICES)).isEqualTo(2);
        assertThat(row(day.hour("10:00"), Metric.DEVICES, new Scope.Sensor("ap-2"))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void theCountSaysWhatItRestsOnAndHowFarItMayBeOff() {
        heard("ap-1", "10:01", 1, ANDROID, -50);
        Measurement devices = row(day.hour("10:00"), Metric.DEVICES, Scope.STORE);

        assertThat(devices.basis()).isEqualTo(Basis.WIFI);
        assertThat(devices.low()).isEqualTo(1.0);
        assertThat(devices.high()).isGreaterThan(1.0);
    }

    @Test
    void aQuietHourOfALiveReceiverHasNoDevicesAndASilentReceiverKnowsNothing() {
        heard("ap-1", "10:01", 1, ANDROID, -50);
        day.add("ap-1", "12:00", Fact.Heartbeat.BARE);

        assertThat(row(day.hour("12:00"), Metric.DEVICES, Scope.STORE).value()).isEqualTo(0.0);
        assertThat(row(day.hour("15:00"), Metric.DEVICES, Scope.STORE).value()).isNull();
    }

    @Test
    void whoIsOnlyHeardWeaklyPassesByAndWhoIsHeardTooWeaklyIsNotThere() {
        heard("ap-1", "10:01", 1, 0, -80);
        heard("ap-1", "10:02", 2, 0, -60);
        heard("ap-1", "10:03", 3, 0, -90);
        List<Measurement> hour = day.hour("10:00");

        assertThat(value(hour, Metric.PASSERS_BY)).isEqualTo(1);
        assertThat(value(hour, Metric.DEVICES)).isEqualTo(2);
    }

    @Test
    void captureIsWhoCameInOfAllWhoCameInOrPassed() {
        day.add("door-1", "10:00:30", Fact.Crossing.event(3, 0));
        heard("ap-1", "10:01", 1, 0, -80);

        assertThat(value(day.hour("10:00"), Metric.CAPTURE_RATE)).isEqualTo(0.75);
    }

    @Test
    void aStayIsLongerThanWhatWasHeardOfIt() {
        for (int minute = 0; minute < 30; minute++) {
            heard("ap-1", "10:%02d:00".formatted(minute), 1, 0, -50);
            heard("ap-1", "10:%02d:20".formatted(minute), 1, 0, -50);
        }
        Measurement mean = row(day.hour("10:00"), Metric.DWELL_MEAN, new Scope.Sensor("ap-1"));

        assertThat(mean.value()).isCloseTo(29 * 60 + 20 + 20, within(60.0));
        assertThat(row(day.hour("10:00"), Metric.DWELL_N, new Scope.Sensor("ap-1"))
                        .value())
                .isEqualTo(1.0);
    }

    @Test
    void whoStaysAllDayIsStaffOrEquipmentAndLeftOutOfStays() {
        for (int minute = 0; minute < 300; minute += 4) {
            heard("ap-1", "%02d:%02d".formatted(10 + minute / 60, minute % 60), 1, 0, -50);
        }
        Measurement n = row(day.wholeDay(), Metric.DWELL_N, new Scope.Sensor("ap-1"));

        assertThat(n.value()).isEqualTo(0.0);
        assertThat(n.reason()).contains("1 stays beyond the cap left out");
    }

    @Test
    void theStoresStaysComeFromItsDoorsWhereItHasThem() {
        day.add("door-1", "10:00:30", Fact.Crossing.event(1, 0));
        heard("ap-1", "10:01", 1, 0, -50);

        assertThat(day.wholeDay().stream()
                        .filter(row ->
                                row.metric() == Metric.DWELL_MEAN && row.scope().equals(Scope.STORE)))
                .hasSize(1)
                .allMatch(row -> row.basis() == Basis.COUNTER);
    }

    /** Every minute for so long. */
    private static void visit(TestDay day, long address, int minutes, int rssi) {
        Identity who = new Identity.Pseudonym(address, false);
        for (int minute = 0; minute <= minutes; minute++) {
            day.add("ap-1", "10:%02d".formatted(minute), new Fact.Sighting(who, rssi, 6, -1, 0));
        }
    }

    private static double rate(TestDay day, Metric metric) {
        for (int address = 1; address <= 8; address++) {
            visit(day, address, 0, -60);
            visit(day, 100 + address, 5, -60);
        }
        visit(day, 200, 20, -60);
        visit(day, 300, 20, -75);
        return java.util.Objects.requireNonNull(value(day.wholeDay(), metric));
    }

    @Test
    void bouncedAndEngagedAreSharesOfTheVisitsInside() {
        TestStore store = TestStore.oneDoor().camera("ap-1", Map.of());

        assertThat(rate(store.fold(), Metric.BOUNCE_RATE)).isCloseTo(8 / 17.0, within(1e-9));
        assertThat(rate(store.fold(), Metric.ENGAGED_RATE)).isCloseTo(1 / 17.0, within(1e-9));
    }

    @Test
    void bandsAndCutsAreTheSitesOwn() {
        TestStore store = TestStore.oneDoor()
                .camera("ap-1", Map.of())
                .wifi(new dev.footfall.store.StoreConfig.Wifi(
                        -80, -78, java.time.Duration.ofMinutes(1), java.time.Duration.ofMinutes(4)));

        assertThat(rate(store.fold(), Metric.ENGAGED_RATE)).isCloseTo(10 / 18.0, within(1e-9));
        assertThat(rate(store.fold(), Metric.BOUNCE_RATE)).isCloseTo(8 / 18.0, within(1e-9));
    }
}
