package dev.footfall.gateway.pipeline;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Horizon;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One business day under way: its fold, what of it was published, and what has changed since. Used by the writer's thread
 * alone.
 */
final class OpenDay {
    private final BusinessDay day;
    private final DayFold fold;
    private final Map<Grain, Series> series = new EnumMap<>(Grain.class);
    private final Map<RowKey, Measurement> published = new HashMap<>();
    private @Nullable Instant reportFrom;
    private boolean closed;
    private boolean changed;
    private boolean revise;

    private record RowKey(Metric metric, Scope scope, Grain grain, Instant start) {
        static RowKey of(Measurement row) {
            return new RowKey(
                    row.metric(), row.scope(), row.grain(), row.window().start());
        }
    }

    /** The windows of one grain, and up to which they were published. */
    private static final class Series {
        final List<Window> windows;
        int next;

        Series(List<Window> windows) {
            this.windows = windows;
        }
    }

    OpenDay(BusinessDay day, DayFold fold, StoreCalendar calendar) {
        this.day = day;
        this.fold = fold;
        for (Grain grain : Grain.values()) {
            series.put(grain, new Series(calendar.windows(day, grain)));
        }
    }

    BusinessDay day() {
        return day;
    }

    DayFold fold() {
        return fold;
    }

    boolean isClosed() {
        return closed;
    }

    /** True if nothing waits to be published or refreshed. */
    boolean isSettled() {
        return closed && !changed;
    }

    void touch() {
        changed = true;
    }

    /** Tells all of it again, for there is more to know about it. */
    void tellAgain() {
        changed = true;
        revise = true;
    }

    /** From where on windows are reported: the day's start once the store has a history, else its first data. */
    void reportFrom(Instant instant) {
        if (reportFrom == null) {
            reportFrom = instant;
        }
    }

    /** Takes up rows published before a restart. */
    void restore(List<Measurement> rows) {
        for (Measurement row : rows) {
            if (row.metric() == Metric.FORECAST_FOOTFALL || row.metric() == Metric.FORECAST_ERROR) {
                continue; // issued ahead of time, and by somebody else
            }
            published.put(RowKey.of(row), row);
            Series of = series.get(row.grain());
            while (of != null
                    && of.next < of.windows.size()
                    && !of.windows.get(of.next).start().isAfter(row.window().start())) {
                of.next++;
            }
            closed |= row.grain() == Grain.DAY;
        }
        changed = true;
        revise = !rows.isEmpty();
    }

    /** Rows of windows that ended before {@code through} and were not published yet, and revisions of those that were. */
    List<Measurement> publish(Instant through, boolean force) {
        boolean closing = !closed && (force || !day.window().end().isAfter(through));
        boolean due = closing || isDue(through);
        if (!due && !changed) {
            return List.of();
        }
        closed |= closing;
        Horizon horizon = new Horizon(closed ? day.window().end() : through, closed);
        List<Measurement> rows = new ArrayList<>();
        List<Window> dirty = changed || closing ? fold.drainDirty() : List.of();
        for (Map.Entry<Grain, Series> entry : series.entrySet()) {
            revise(entry.getKey(), entry.getValue(), dirty, closing || revise, horizon, rows);
            advance(entry.getKey(), entry.getValue(), through, force, horizon, rows);
        }
        changed = false;
        revise = false;
        return rows;
    }

    private boolean isDue(Instant through) {
        Series quarters = series.get(Grain.QUARTER);
        return quarters != null
                && quarters.next < quarters.windows.size()
                && !quarters.windows.get(quarters.next).end().isAfter(through);
    }

    private void revise(
            Grain grain, Series of, List<Window> dirty, boolean all, Horizon horizon, List<Measurement> rows) {
        for (int i = 0; i < of.next; i++) {
            Window window = of.windows.get(i);
            if (isReported(window) && (all || dirty.stream().anyMatch(window::overlaps))) {
                issue(grain, window, horizon, rows);
            }
        }
    }

    private void advance(
            Grain grain, Series of, Instant through, boolean force, Horizon horizon, List<Measurement> rows) {
        while (of.next < of.windows.size()) {
            Window window = of.windows.get(of.next);
            boolean ended = !window.end().isAfter(through);
            boolean cut = force && (grain == Grain.DAY || window.start().isBefore(through));
            if (!ended && !cut) {
                return;
            }
            of.next++;
            if (isReported(window)) {
                issue(grain, window, horizon, rows);
            }
        }
    }

    private boolean isReported(Window window) {
        return reportFrom != null && window.end().isAfter(reportFrom);
    }

    private void issue(Grain grain, Window window, Horizon horizon, List<Measurement> rows) {
        for (Measurement row : fold.rows(grain, window, horizon)) {
            Measurement before = published.get(RowKey.of(row));
            if (before == null || !before.saysTheSameAs(row)) {
                Measurement issued = row.withRevision(before == null ? 0 : before.revision() + 1);
                published.put(RowKey.of(issued), issued);
                rows.add(issued);
            }
        }
    }

    /** Rows of the windows that have begun and are not published yet, as they stand now. */
    List<Measurement> running(Instant now) {
        Horizon horizon = new Horizon(now, false);
        List<Measurement> rows = new ArrayList<>();
        for (Map.Entry<Grain, Series> entry : series.entrySet()) {
            Series of = entry.getValue();
            for (int i = of.next; i < of.windows.size(); i++) {
                Window window = of.windows.get(i);
                if (window.start().isAfter(now)) {
                    break;
                }
                if (isReported(window)) {
                    rows.addAll(fold.rows(entry.getKey(), window, horizon));
                }
            }
        }
        return rows;
    }
}
