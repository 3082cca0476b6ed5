package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.reason.UnusualReason.OverCapacity;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * More people in the store than its owner allows: one exception from the first quarter above to the last. Staff are people:
 * where they are taken off the visitors, the most that were inside at once are added again.
 */
final class CapacityFinder implements Finder {
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final @Nullable Integer capacity;
    private final Map<Instant, Double> staff = new HashMap<>();
    private @Nullable Alert running;

    CapacityFinder(@Nullable Integer capacity) {
        this.capacity = capacity;
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        List<Alert> found = new ArrayList<>();
        published.forEach(this::noteStaff);
        for (Measurement row : published) {
            if (isWatched(row)) {
                judge(row, found);
            }
        }
        staff.keySet().removeIf(start -> start.isBefore(now.minus(REMEMBERED)));
        return found;
    }

    @Override
    public void recall(Measurement row) {
        noteStaff(row);
        if (isWatched(row)) {
            judge(row, new ArrayList<>());
        }
    }

    private void noteStaff(Measurement row) {
        Double most = row.value();
        if (most != null && isQuarter(row, Metric.STAFF_PRESENT_MAX)) {
            staff.put(row.window().start(), most);
        }
    }

    private static boolean isWatched(Measurement row) {
        return isQuarter(row, Metric.OCCUPANCY_MAX);
    }

    private static boolean isQuarter(Measurement row, Metric metric) {
        return row.metric() == metric
                && row.scope().equals(Scope.STORE)
                && row.grain() == Grain.QUARTER
                && row.revision() == 0;
    }

    private void judge(Measurement row, List<Alert> found) {
        Double visitors = row.value();
        Double value = visitors == null
                ? null
                : Double.valueOf(visitors + staff.getOrDefault(row.window().start(), 0.0));
        Integer most = capacity;
        if (most == null) {
            return;
        }
        Alert before = running;
        if (value != null && value > most) {
            boolean goesOn =
                    before != null && before.window().end().equals(row.window().start());
            if (before != null && !goesOn) {
                found.add(before.closed());
            }
            Alert above = above(row, value, most, goesOn ? before : null);
            running = above;
            found.add(above);
        } else if (before != null) {
            found.add(before.closed());
            running = null;
        }
    }

    private static Alert above(Measurement row, double value, int capacity, @Nullable Alert before) {
        Window window = before == null
                ? row.window()
                : new Window(before.window().start(), row.window().end());
        Double earlier = before == null ? null : before.value();
        double most = earlier == null ? value : Math.max(earlier, value);
        return new Alert(
                Metric.OCCUPANCY,
                Scope.STORE,
                window,
                most,
                null,
                (double) capacity,
                Alert.Kind.LIMIT,
                before == null ? row.window().end() : before.raisedAt(),
                new OverCapacity(most, capacity),
                true);
    }
}
