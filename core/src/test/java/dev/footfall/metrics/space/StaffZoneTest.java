package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffZoneTest {
    private static final Scope SHELF = new Scope.Zone("shelf");
    private static final Scope STOCK = new Scope.Zone("stock");

    private final TestDay day = new TestStore()
            .plan(20, 10)
            .zone("shelf", 2, 2, 4, 2, 4, 4, 2, 4)
            .zone(ZoneKind.STAFF, "stock", 10, 0, 14, 0, 14, 10, 10, 10)
            .sensor("cam", null, null, Map.of("stock", "stock", "shelf", "shelf"))
            .fold();

    private StaffZoneTest at(String time, double x, double y) {
        day.add("cam", time, new Fact.Position("t", x, y));
        return this;
    }

    private double quarter(Metric metric, Scope scope) {
        Double value = value(day.quarter("10:00"), metric, scope);
        return value == null ? Double.NaN : value;
    }

    @Test
    void whoGoesWhereOnlyStaffGoIsAVisitorUpToTheBorderAndStaffFromThere() {
        // 2 m/s along y = 3 from x = 0: shelf from 2 to 4, border of the stock room at 10, then back to the shelf.
        at("10:00:00", 0, 3)
                .at("10:00:03", 6, 3)
                .at("10:00:06", 12, 3)
                .at("10:00:10", 3, 3)
                .at("10:00:14", 3, 3);

        assertThat(quarter(Metric.PERSON_SECONDS, Scope.STORE)).isCloseTo(5, within(1e-6));
        assertThat(quarter(Metric.PERSON_SECONDS, SHELF)).isCloseTo(1, within(1e-6));
        assertThat(quarter(Metric.ZONE_ENTRIES, SHELF)).isEqualTo(1);
        assertThat(quarter(Metric.ZONE_ENTRIES, STOCK)).isEqualTo(1);
        assertThat(day.fold.heat(day.day().window()).total()).isCloseTo(5, within(1e-6));
        assertThat(find(day.quarter("10:00"), Metric.HEAT_INDEX, STOCK)).isEmpty();
        assertThat(day.fold.flows(day.day().window(), day.closed())).isEmpty();
    }

    @Test
    void whoBrushesTheBorderStaysAVisitor() {
        at("10:00:00", 9, 3)
                .at("10:00:01", 10.1, 3)
                .at("10:00:02", 9, 3)
                .at("10:00:07", 3, 3)
                .at("10:00:08", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES, SHELF)).isEqualTo(1);
        assertThat(quarter(Metric.ZONE_ENTRIES, STOCK)).isEqualTo(0);
    }

    @Test
    void whoComesOutOfTheStockRoomIsStaff() {
        at("10:00:00", 12, 3).at("10:00:04", 3, 3).at("10:00:08", 3, 3);

        assertThat(quarter(Metric.ZONE_ENTRIES, SHELF)).isEqualTo(0);
        assertThat(quarter(Metric.PERSON_SECONDS, Scope.STORE)).isEqualTo(0);
        assertThat(quarter(Metric.ZONE_ENTRIES, STOCK)).isEqualTo(1);
    }

    @Test
    void aTagSeenLateTakesThePersonOutOfTheZonesFromThereOn() {
        at("10:00:00", 3, 3).at("10:00:02", 3, 3);
        day.add("cam", "10:00:04", new Fact.OfStaff(new Fact.Position("t", 3, 3)));
        at("10:00:06", 3, 3);

        assertThat(quarter(Metric.PERSON_SECONDS, SHELF)).isEqualTo(2);
        assertThat(quarter(Metric.ZONE_ENTRIES, SHELF)).isEqualTo(1);
        assertThat(day.fold.figuresAt(day.at("10:00:06"), false).zones())
                .filteredOn(zone -> zone.zone().equals("shelf"))
                .allSatisfy(zone -> assertThat(zone.present()).isZero());
    }

    @Test
    void aPersonToldByZonesWhoIsInAZoneOfStaffCountsThereAlone() {
        day.add("cam", "10:00:00", new Fact.Presence("p", List.of("shelf"), false))
                .add("cam", "10:00:10", new Fact.Presence("p", List.of("shelf", "stock"), false))
                .add("cam", "10:00:20", new Fact.Presence("p", List.of("shelf"), false))
                .add("cam", "10:00:30", new Fact.Presence("p", List.of(), true));

        assertThat(quarter(Metric.PERSON_SECONDS, SHELF)).isEqualTo(10);
        assertThat(quarter(Metric.PERSON_SECONDS, STOCK)).isEqualTo(10);
        assertThat(quarter(Metric.PERSON_SECONDS, Scope.STORE)).isEqualTo(10);
    }

    @Test
    void peopleCountedInAZoneOfStaffAreNoVisitorsOfTheStore() {
        day.add("cam", "10:00:00", new Fact.ZoneLevel("stock", 2))
                .add("cam", "10:00:30", new Fact.ZoneLevel("stock", 0))
                .alive("cam");

        assertThat(quarter(Metric.PERSON_SECONDS, STOCK)).isEqualTo(60);
        assertThat(quarter(Metric.PERSON_SECONDS, Scope.STORE)).isEqualTo(0);
    }
}
