package dev.footfall.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.TestFashionStore;
import dev.footfall.simulator.device.Faults;
import dev.footfall.time.Grain;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTruthTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final StoreSimulation SIMULATION =
            new StoreSimulation(SimulatedStore.withArrivals(TestFashionStore.config(), 60), 4, Faults.NONE);
    private static final List<TruthRow> ROWS = SIMULATION.truth(DAY, 1).toList();

    private static List<TruthRow> rows(Metric metric, Scope scope, Grain grain) {
        return ROWS.stream()
                .filter(row -> row.metric() == metric && row.scope().equals(scope) && row.grain() == grain)
                .toList();
    }

    private static double day(Metric metric, Scope scope) {
        return rows(metric, scope, Grain.DAY).getFirst().value();
    }

    private static double sum(Metric metric, Scope scope, Grain grain) {
        return rows(metric, scope, grain).stream().mapToDouble(TruthRow::value).sum();
    }

    @Test
    void asManyLeaveAsCome() {
        assertThat(day(Metric.ENTRIES, Scope.STORE)).isGreaterThan(500).isEqualTo(day(Metric.EXITS, Scope.STORE));
        assertThat(day(Metric.ENTRIES, Scope.STORE))
                .isEqualTo(day(Metric.ENTRIES, new Scope.Entrance("main"))
                        + day(Metric.ENTRIES, new Scope.Entrance("mall")));
    }

    @Test
    void quartersAndHoursAddUpToTheDay() {
        for (Metric metric : List.of(Metric.ENTRIES, Metric.EXITS, Metric.FOOTFALL, Metric.PERSON_SECONDS)) {
            double day = day(metric, Scope.STORE);
            assertThat(sum(metric, Scope.STORE, Grain.QUARTER)).isCloseTo(day, within(1e-6 * day));
            assertThat(sum(metric, Scope.STORE, Grain.HOUR)).isCloseTo(day, within(1e-6 * day));
        }
        assertThat(rows(Metric.ENTRIES, Scope.STORE, Grain.QUARTER)).hasSize(96);
    }

    @Test
    void occupancyIsNeverNegativeAndItsMaximumIsAboveItsMean() {
        var mean = rows(Metric.OCCUPANCY, Scope.STORE, Grain.QUARTER);
        var most = rows(Metric.OCCUPANCY_MAX, Scope.STORE, Grain.QUARTER);
        for (int i = 0; i < mean.size(); i++) {
            assertThat(mean.get(i).value()).isBetween(0.0, most.get(i).value());
        }
    }

    @Test
    void meanStayIsPersonSecondsByEntries() {
        double inside = sum(Metric.OCCUPANCY, Scope.STORE, Grain.QUARTER) * 900;
        assertThat(inside / day(Metric.ENTRIES, Scope.STORE))
                .isCloseTo(day(Metric.DWELL_MEAN, Scope.STORE), within(1e-6));
    }

    @Test
    void zonesHoldPartOfTheTimeAndAreEnteredAtLeastAsOftenAsEngaged() {
        double zones = 0;
        for (String zone : List.of("fitting", "coats", "basics", "shoes", "new-in", "promo", "checkout")) {
            Scope scope = new Scope.Zone(zone);
            zones += day(Metric.PERSON_SECONDS, scope);
            assertThat(day(Metric.ZONE_ENTRIES, scope)).isGreaterThanOrEqualTo(day(Metric.ZONE_ENGAGED, scope));
        }
        assertThat(zones / day(Metric.PERSON_SECONDS, Scope.STORE)).isBetween(0.4, 0.95);
    }

    @Test
    void lineBalanceFitsTheDoors() {
        // who comes by the left door and leaves by the right one crosses the aisle once more forward than back
        double net = day(Metric.LINE_FORWARD, new Scope.Line("mid-aisle"))
                - day(Metric.LINE_BACKWARD, new Scope.Line("mid-aisle"));
        double leftNet =
                day(Metric.ENTRIES, new Scope.Entrance("main")) - day(Metric.EXITS, new Scope.Entrance("main"));
        assertThat(Math.abs(net)).isEqualTo(Math.abs(leftNet));
    }

    @Test
    void salesAndCarsAreThere() {
        assertThat(day(Metric.TRANSACTIONS, Scope.STORE)).isGreaterThan(50);
        assertThat(day(Metric.SALES, Scope.STORE)).isGreaterThan(500);
        assertThat(day(Metric.VEHICLES_IN, new Scope.CarPark("p1")))
                .isGreaterThan(50)
                .isEqualTo(day(Metric.VEHICLES_OUT, new Scope.CarPark("p1")));
    }
}
