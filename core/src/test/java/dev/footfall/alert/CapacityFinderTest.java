package dev.footfall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.time.Grain;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityFinderTest {
    private final TestDay day = TestStore.oneDoor().fold();
    private final CapacityFinder finder = new CapacityFinder(10);

    private List<Alert> look(String time) {
        List<Measurement> rows = day.fold.rows(
                Grain.QUARTER, day.calendar().quarterOf(day.at(time)), new Horizon(day.at("12:00"), false));
        return finder.look(day.fold, rows, false, day.at("12:00"));
    }

    private void staff(String time, Fact.Crossing crossing) {
        day.add("door-1", time, crossing).add("door-1", time, new Fact.OfStaff(crossing));
    }

    @Test
    void staffAreNoVisitorsButPeopleInsideAllTheSame() {
        staff("09:50", Fact.Crossing.event(3, 0));
        day.add("door-1", "10:01", Fact.Crossing.event(8, 0)).add("door-1", "10:20", Fact.Crossing.event(0, 5));

        assertThat(look("10:00")).singleElement().satisfies(alert -> {
            assertThat(alert.open()).isTrue();
            assertThat(alert.value()).isEqualTo(11);
            assertThat(alert.reason()).contains("11 people were in the store at once; its capacity is 10");
        });
    }

    @Test
    void onceStaffHaveLeftTheVisitorsAloneCount() {
        staff("09:50", Fact.Crossing.event(3, 0));
        staff("09:58", Fact.Crossing.event(0, 3));
        day.add("door-1", "10:01", Fact.Crossing.event(8, 0));

        assertThat(look("10:00")).isEmpty();
    }
}
