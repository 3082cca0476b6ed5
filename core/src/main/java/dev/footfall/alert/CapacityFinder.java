package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** More people in the store than its owner allows: one exception from the first quarter above to the last. */
final class CapacityFinder implements Finder {
    private final @Nullable Integer capacity;
    private @Nullable Alert running;

    CapacityFinder(@Nullable Integer capacity) {
        this.capacity = capacity;
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        List<Alert> found = new ArrayList<>();
        for (Measurement row : published) {
            if (isWatched(row)) {
                judge(row, found);
            }
        }
        return found;
    }

    @Override
    public void recall(Measurement row) {
        if (isWatched(row)) {
            judge(row, new ArrayList<>());
        }
    }

    private static boolean isWatched(Measurement row) {
        return row.metric() == Metric.OCCUPANCY_MAX
                && row.scope().equals(Scope.STORE)
                && row.grain() == Grain.QUARTER
                && row.revision() == 0;
    }

    private void judge(Measurement row, List<Alert> found) {
        Double value = row.value();
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
                "%.0f people were in the store at once; its capacity is %d.".formatted(most, capacity),
                true);
    }
}
