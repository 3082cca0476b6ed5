package dev.footfall.metrics.place;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.Reason;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Wifi;
import dev.footfall.store.Survey;
import dev.footfall.time.Grain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZonesByWifiTest {
    private static final SensorId LEFT = new SensorId("ap-left");
    private static final SensorId RIGHT = new SensorId("ap-right");
    private static final Scope SHOES = new Scope.Zone("shoes");
    private static final Scope HATS = new Scope.Zone("hats");

    private final StoreConfig store = new TestStore()
            .zone("shoes", 0, 0, 5, 0, 5, 5, 0, 5)
            .zone("hats", 5, 0, 10, 0, 10, 5, 5, 5)
            .wifi(new Wifi(-85, -70, Duration.ofMinutes(2), Duration.ofMinutes(10), survey()))
            .build();
    private final DaySeconds day = new DaySeconds(store.calendar().day(TestStore.DATE));
    private final ZonesByWifi zones = told();

    private ZonesByWifi told() {
        ZonesByWifi made = ZonesByWifi.of(store, day, new Dirty());
        if (made == null) {
            throw new AssertionError("a store with a survey");
        }
        return made;
    }

    private static Survey survey() {
        List<Survey.Reading> readings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            readings.add(new Survey.Reading("shoes", List.of(-50 - i % 3, -75 - i % 4)));
            readings.add(new Survey.Reading("hats", List.of(-75 - i % 4, -50 - i % 3)));
        }
        return new Survey(List.of(LEFT, RIGHT), readings);
    }

    /** A device in a minute of 10:00 to 10:15, as both receivers hear it. */
    private void heard(long device, int minute, int left, int right) {
        long at = (day.first() + 6L * 3600 + 60L * minute) * 1000;
        Identity who = new Identity.Pseudonym(device, true);
        zones.add(LEFT, at, new Fact.Sighting(who, left, 0, -1, 0));
        zones.add(RIGHT, at + 40, new Fact.Sighting(who, right, 0, -1, 0));
    }

    private List<Measurement> quarter(@Nullable Double people) {
        int from = day.first() + 6 * 3600;
        Rows rows = new Rows(new RowSpan(Grain.QUARTER, day.quarter(from / 900), from, from + 900, from + 900, true));
        State state = people == null ? State.INVALID : State.ESTIMATED;
        Double low = people == null ? null : Double.valueOf(people - 1);
        Double high = people == null ? null : Double.valueOf(people + 1);
        rows.add(
                Metric.WIFI_PEOPLE,
                Scope.STORE,
                new Figure(people, low, high, 1, state, new Reason.Told("told")),
                Basis.WIFI);
        zones.addTo(rows, day.end());
        return rows.list();
    }

    @Test
    void thePeopleAreSharedOutAsTheDevicesAre() {
        for (int minute = 0; minute < 15; minute++) {
            heard(1, minute, -51, -76);
            heard(2, minute, -52, -75);
            heard(3, minute, -50, -77);
            heard(4, minute, -76, -51);
        }
        List<Measurement> rows = quarter(8.0);

        Measurement shoes = row(rows, Metric.OCCUPANCY, SHOES);
        assertThat(shoes.value()).isCloseTo(6, within(0.05));
        assertThat(shoes.low()).isBetween(3.0, 5.5);
        assertThat(shoes.high()).isBetween(6.5, 9.0);
        assertThat(shoes.state()).isEqualTo(State.ESTIMATED);
        assertThat(shoes.basis()).isEqualTo(Basis.WIFI);
        assertThat(shoes.reason()).isEqualTo("told; by WiFi and a survey of 20 readings");
        assertThat(row(rows, Metric.OCCUPANCY, HATS).value()).isCloseTo(2, within(0.05));
    }

    @Test
    void whoIsNowhereLoudPassesByAndIsInNoZone() {
        heard(1, 0, -74, -76);
        heard(2, 0, -51, -76);

        assertThat(row(quarter(1.0), Metric.OCCUPANCY, SHOES).value()).isCloseTo(1, within(0.01));
    }

    @Test
    void whileWifiIsNotCalibratedItSaysSo() {
        heard(1, 0, -51, -76);
        Measurement shoes = row(quarter(null), Metric.OCCUPANCY, SHOES);

        assertThat(shoes.value()).isNull();
        assertThat(shoes.state()).isEqualTo(State.INVALID);
        assertThat(shoes.reason()).startsWith("told");
    }

    @Test
    void peopleWithoutADeviceInsideAreNotGuessedIntoAZone() {
        heard(1, 90, -51, -76);

        assertThat(row(quarter(5.0), Metric.OCCUPANCY, SHOES).value()).isNull();
        assertThat(row(quarter(0.0), Metric.OCCUPANCY, SHOES).value()).isZero();
    }

    @Test
    void aZoneThatACameraWatchesIsTheCamerasToTell() {
        heard(1, 0, -51, -76);
        int from = day.first() + 6 * 3600;
        Rows rows = new Rows(new RowSpan(Grain.QUARTER, day.quarter(from / 900), from, from + 900, from + 900, true));
        rows.add(Metric.OCCUPANCY, SHOES, new Figure(3.0, null, null, 1, State.VALID, null), Basis.CAMERA);
        rows.add(Metric.WIFI_PEOPLE, Scope.STORE, new Figure(5.0, 4.0, 6.0, 1, State.ESTIMATED, null), Basis.WIFI);
        zones.addTo(rows, day.end());

        assertThat(rows.list().stream().filter(row -> row.scope().equals(SHOES)))
                .hasSize(1);
        assertThat(find(rows.list(), Metric.OCCUPANCY, HATS)).isPresent();
    }

    @Test
    void withoutASurveyThereIsNothingToTell() {
        assertThat(ZonesByWifi.of(TestStore.oneDoor().build(), day, new Dirty()))
                .isNull();
    }
}
