package dev.footfall.metrics.visitors;

import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Before;
import dev.footfall.observation.Identity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownVisitsTest {
    private final TestDay day =
            TestStore.oneDoor().sensor("cards", null, null, Map.of()).fold().alive("door-1", "cards");

    private KnownVisitsTest come(int count, String time, Before before) {
        for (int i = 0; i < count; i++) {
            day.add("cards", time, new Fact.Known(before));
        }
        return this;
    }

    @Test
    void thoseSeenBeforeAreTheReturningShareOfThoseKnown() {
        day.add("door-1", "10:01", Fact.Crossing.event(200, 0));
        come(30, "10:02", Before.NEVER).come(20, "10:03", Before.EARLIER_DAY).come(10, "10:20", Before.SAME_DAY);

        List<Measurement> hour = day.hour("10:00");
        assertThat(value(hour, Metric.FIRST_SEEN)).isEqualTo(30);
        assertThat(value(hour, Metric.ID_COVERAGE)).isEqualTo(60 / 200.0);
        assertThat(value(hour, Metric.RETURNING_SHARE)).isEqualTo(0.5);
        assertThat(row(hour, Metric.RETURNING_SHARE, Scope.STORE).reason()).contains("let themselves be known");
    }

    @Test
    void belowAFifthOfTheVisitorsOrFiftyVisitsThereIsNoShare() {
        day.add("door-1", "10:01", Fact.Crossing.event(400, 0)).add("door-1", "11:01", Fact.Crossing.event(50, 0));
        come(60, "10:02", Before.EARLIER_DAY).come(49, "11:02", Before.EARLIER_DAY);

        assertThat(value(day.hour("10:00"), Metric.RETURNING_SHARE)).isNull();
        assertThat(row(day.hour("11:00"), Metric.RETURNING_SHARE, Scope.STORE).reason())
                .contains("at least 50");
    }

    @Test
    void phonesNoLongerTellWhoReturnsWhereThePeopleThemselvesDo() {
        come(1, "10:02", Before.NEVER);
        day.add("cards", "10:03", new Fact.Sighting(new Identity.Pseudonym(5, false), -50, 0, -1, 0));

        assertThat(day.wholeDay().stream().filter(row -> row.metric() == Metric.FIRST_SEEN))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(1));
    }
}
