package dev.footfall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.store.StoreConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkDriftFinderTest {
    private final StoreConfig store = new TestStore()
            .emptyCarPark("p1")
            .gate("lane-in", "p1")
            .gate("lane-out-1", "p1")
            .gate("lane-out-2", "p1")
            .build();
    private final ParkDriftFinder finder = new ParkDriftFinder(store.calendar());

    private List<Alert> day(int number, int in, int out1, int out2) {
        TestDay day = new TestDay(store, TestStore.DATE.plusDays(number), LearnedFactors.NONE)
                .alive("lane-in", "lane-out-1", "lane-out-2");
        drive(day, "lane-in", "10:00", Direction.IN, in);
        drive(day, "lane-out-1", "15:00", Direction.OUT, out1);
        drive(day, "lane-out-2", "16:00", Direction.OUT, out2);
        return finder.look(day.fold, day.wholeDay(), true, day.closed().now());
    }

    private static void drive(TestDay day, String lane, String time, Direction direction, int vehicles) {
        for (int i = 0; i < vehicles; i++) {
            day.add(lane, time, new Fact.Vehicle(direction, null, null));
        }
    }

    @Test
    void theLaneThatCountsLessThanItsShareIsNamedAndTheExceptionEndsWithTheFault() {
        assertThat(day(0, 200, 120, 80)).isEmpty();
        assertThat(day(1, 200, 119, 80)).isEmpty();

        List<Alert> found = day(2, 200, 120, 40);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().scope()).isEqualTo(new Scope.CarPark("p1"));
        assertThat(found.getFirst().reason())
                .isEqualTo("vehicles into car park p1 against those out of it +22.2 %: looks like a sensor fault,"
                        + " lane lane-out-2 seems to lose vehicles out (0 in, 40 out): check its sensor.");
        assertThat(day(3, 200, 120, 80)).singleElement().matches(alert -> !alert.open());
    }

    @Test
    void theOnlyLaneOfASideIsNamedWithoutAnyHistory() {
        assertThat(day(0, 150, 120, 80).getFirst().reason()).contains("lane lane-in seems to lose vehicles in");
    }

    @Test
    void withoutHistoryTheLanesToCheckAreListed() {
        assertThat(day(0, 200, 80, 80).getFirst().reason()).contains("check lanes lane-out-1, lane-out-2");
    }

    @Test
    void whereVehiclesMayStayOneDayIsNoFaultAndAWeekIs() {
        StoreConfig kept = new TestStore().carPark("p1", 60).gate("gate", "p1").build();
        ParkDriftFinder patient = new ParkDriftFinder(kept.calendar());
        int[] outs = {90, 91, 89, 90, 92, 90, 88};
        for (int i = 0; i < outs.length; i++) {
            TestDay day = new TestDay(kept, TestStore.DATE.plusDays(i), LearnedFactors.NONE).alive("gate");
            drive(day, "gate", "10:00", Direction.IN, 100);
            drive(day, "gate", "15:00", Direction.OUT, outs[i]);
            List<Alert> found =
                    patient.look(day.fold, day.wholeDay(), true, day.closed().now());
            assertThat(found).hasSize(i < 6 ? 0 : 1);
        }
    }
}
