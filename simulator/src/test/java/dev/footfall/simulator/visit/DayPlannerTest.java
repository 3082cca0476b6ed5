package dev.footfall.simulator.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.TestStores;
import dev.footfall.simulator.device.Faults;
import dev.footfall.time.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayPlannerTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static DayPlan plan(ZoneId zone, OpeningHours hours, LocalDate date, double arrivalsPerHour) {
        var store = SimulatedStore.withArrivals(TestStores.store(zone, hours, List.of()), arrivalsPerHour);
        return new StoreSimulation(store, 11, Faults.NONE).plan(date);
    }

    @Test
    void everybodyComesAfterOpeningAndIsGoneByClosingTime() {
        DayPlan plan = plan(SHANGHAI, TestStores.daily(600, 1320), FRIDAY, 150);
        long open = Instant.parse("2026-11-20T02:00:00Z").toEpochMilli();
        long close = Instant.parse("2026-11-20T14:00:00Z").toEpochMilli();
        assertThat(plan.visits()).hasSizeGreaterThan(1000).allSatisfy(visit -> {
            assertThat(visit.entry()).isGreaterThanOrEqualTo(open);
            assertThat(visit.exit()).isLessThan(close);
        });
    }

    @Test
    void aClosedDayHasNoVisitors() {
        var hours = new OpeningHours(TestStores.daily(600, 1320).weekly(), Map.of(FRIDAY, List.of()));
        assertThat(plan(SHANGHAI, hours, FRIDAY, 150).visits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25", "2026-11-20"})
    void aStoreThatNeverClosesIsEmptyAtBothEndsOfItsDayEvenOnClockChanges(LocalDate date) {
        DayPlan plan = plan(ZoneId.of("Europe/Berlin"), OpeningHours.ALWAYS, date, 60);
        assertThat(plan.visits()).hasSizeGreaterThan(500).allSatisfy(visit -> {
            assertThat(visit.entry()).isGreaterThanOrEqualTo(plan.start());
            assertThat(visit.exit()).isLessThan(plan.end());
        });
    }

    @Test
    void arrivalsFollowTheDaysTwoPeaks() {
        DayPlan plan = plan(SHANGHAI, TestStores.daily(600, 1320), FRIDAY, 300);
        Map<Integer, Long> byHour = plan.visits().stream()
                .collect(Collectors.groupingBy(
                        visit -> Instant.ofEpochMilli(visit.entry())
                                .atZone(SHANGHAI)
                                .getHour(),
                        Collectors.counting()));
        assertThat(byHour.get(12)).isGreaterThan(byHour.get(10)).isGreaterThan(byHour.get(15));
        assertThat(byHour.get(18)).isGreaterThan(byHour.get(15)).isGreaterThan(byHour.get(21));
    }

    @Test
    void meanNumberOfVisitorsIsThatOfTheProfile() {
        var store =
                SimulatedStore.withArrivals(TestStores.store(SHANGHAI, TestStores.daily(600, 1320), List.of()), 100);
        var simulation = new StoreSimulation(store, 2, Faults.NONE);
        double perDay = LocalDate.of(2026, 6, 1)
                .datesUntil(LocalDate.of(2026, 6, 29))
                .mapToInt(date -> simulation.plan(date).visits().size())
                .average()
                .orElseThrow();
        assertThat(perDay / 12).isBetween(90.0, 105.0);
    }

    @Test
    void staysArePlausible() {
        DayPlan plan = plan(SHANGHAI, TestStores.daily(600, 1320), FRIDAY, 100);
        var stays = plan.visits().stream().mapToLong(Visit::stayMillis).summaryStatistics();
        assertThat(Duration.ofMillis((long) stays.getAverage()).toSeconds()).isBetween(360L, 900L);
        assertThat(Duration.ofMillis(stays.getMin()).toSeconds()).isGreaterThan(10);
        assertThat(Duration.ofMillis(stays.getMax()).toMinutes()).isLessThan(90);
    }

    @Test
    void groupsComeTogetherAndOneOfThemPays() {
        DayPlan plan = plan(SHANGHAI, TestStores.daily(600, 1320), FRIDAY, 100);
        var groups = plan.visits().stream().collect(Collectors.groupingBy(Visit::group));
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(group).hasSize(group.getFirst().groupSize());
            assertThat(group.stream().filter(Visit::leader)).hasSize(1);
            long first = group.stream().mapToLong(Visit::entry).min().orElseThrow();
            assertThat(group)
                    .allSatisfy(visit -> assertThat(visit.entry() - first).isLessThan(5000));
        });
        long buyers =
                plan.visits().stream().filter(visit -> visit.purchase() != null).count();
        assertThat((double) buyers / groups.size()).isBetween(0.25, 0.45);
    }

    @Test
    void pathsStayOnTheFloorAndRunForwardInTime() {
        DayPlan plan = plan(SHANGHAI, TestStores.daily(600, 1320), FRIDAY, 60);
        assertThat(plan.visits()).allSatisfy(visit -> {
            Path path = visit.path();
            assertThat(path.start()).isEqualTo(visit.entry());
            assertThat(path.end()).isEqualTo(visit.exit());
            for (int i = 0; i < path.corners(); i++) {
                assertThat(path.x(i)).isBetween(0.0, 20.0);
                assertThat(path.y(i)).isBetween(0.0, 15.0);
                assertThat(i == 0 || path.time(i) >= path.time(i - 1)).isTrue();
            }
        });
    }
}
