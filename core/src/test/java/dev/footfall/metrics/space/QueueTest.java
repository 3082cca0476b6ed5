package dev.footfall.metrics.space;

import static dev.footfall.metrics.TestDay.find;
import static dev.footfall.metrics.TestDay.row;
import static dev.footfall.metrics.TestDay.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.TestDay;
import dev.footfall.metrics.TestStore;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final Scope TILL = new Scope.Zone("till");

    /** A queue zone of 2 to 4 m on both axes, and one beside it that is none. */
    private final TestStore store = new TestStore()
            .plan(10, 10)
            .zone(ZoneKind.QUEUE, "till", 2, 2, 4, 2, 4, 4, 2, 4)
            .zone("shelf", 6, 2, 8, 2, 8, 4, 6, 4)
            .sensor("cam", null, null, Map.of());

    private final TestDay day = store.fold();

    /** Stands at a place, told every four seconds. */
    private void stands(String track, double x, int fromSecond, int toSecond) {
        for (int second = fromSecond; second < toSecond; second += 4) {
            fix(track, x, second);
        }
        fix(track, x, toSecond);
    }

    private void fix(String track, double x, int second) {
        String time = "10:%02d:%02d".formatted(second / 60, second % 60);
        day.add("cam", time, new Fact.Position(track, x, 3));
    }

    private @Nullable Double quarter(Metric metric) {
        return value(day.quarter("10:00"), metric, TILL);
    }

    @Test
    void whoStaysTenSecondsWaitsFromWhenHeCame() {
        stands("a", 3, 0, 90);
        stands("b", 3, 60, 120);

        assertThat(quarter(Metric.QUEUE_LENGTH)).isCloseTo(150 / 900.0, within(1e-9));
        assertThat(quarter(Metric.QUEUE_MAX)).isEqualTo(2);
        assertThat(quarter(Metric.QUEUE_WAIT)).isCloseTo(75, within(1e-9));
    }

    @Test
    void whoWalksThroughIsInNoQueue() {
        stands("a", 3, 0, 9);
        stands("b", 3, 60, 70);

        assertThat(quarter(Metric.ZONE_ENTRIES)).isEqualTo(2);
        assertThat(quarter(Metric.QUEUE_LENGTH)).isCloseTo(10 / 900.0, within(1e-9));
        assertThat(quarter(Metric.QUEUE_MAX)).isEqualTo(1);
        assertThat(quarter(Metric.QUEUE_WAIT)).isCloseTo(10, within(1e-9));
    }

    @Test
    void anEmptyQueueHasNoLengthAndNoWait() {
        stands("a", 7, 0, 60);
        day.alive("cam");

        assertThat(quarter(Metric.QUEUE_LENGTH)).isEqualTo(0);
        assertThat(quarter(Metric.QUEUE_MAX)).isEqualTo(0);
        assertThat(row(day.quarter("10:00"), Metric.QUEUE_WAIT, TILL).value()).isNull();
        assertThat(row(day.quarter("10:00"), Metric.QUEUE_WAIT, TILL).reason()).contains("nobody queued");
    }

    @Test
    void aWaitCountsWhereItBeganAndItsLengthWhereItIsSpent() {
        stands("a", 3, 14 * 60, 16 * 60);

        assertThat(quarter(Metric.QUEUE_WAIT)).isCloseTo(120, within(1e-9));
        assertThat(quarter(Metric.QUEUE_LENGTH)).isCloseTo(60 / 900.0, within(1e-9));
        assertThat(value(day.quarter("10:15"), Metric.QUEUE_LENGTH, TILL)).isCloseTo(60 / 900.0, within(1e-9));
        assertThat(value(day.quarter("10:15"), Metric.QUEUE_WAIT, TILL)).isNull();
    }

    @Test
    void aCountOfPeopleGivesTheWaitByLittlesLaw() {
        day.add("cam", "10:00", new Fact.ZoneLevel("till", 4))
                .add("cam", "10:05", new Fact.ZoneLevel("till", 2))
                .add("cam", "10:10", new Fact.ZoneLevel("till", 0))
                .alive("cam");

        // Four for five minutes and two for five: 1,800 person-seconds, four of whom left.
        assertThat(quarter(Metric.QUEUE_LENGTH)).isCloseTo(2, within(1e-9));
        assertThat(quarter(Metric.QUEUE_MAX)).isEqualTo(4);
        assertThat(quarter(Metric.QUEUE_WAIT)).isCloseTo(450, within(1e-9));
        assertThat(row(day.quarter("10:00"), Metric.QUEUE_WAIT, TILL).state()).isEqualTo(State.ESTIMATED);
    }

    @Test
    void aZoneThatIsNoQueueHasNone() {
        stands("a", 7, 0, 60);

        assertThat(find(day.quarter("10:00"), Metric.QUEUE_LENGTH, new Scope.Zone("shelf")))
                .isEmpty();
    }
}
