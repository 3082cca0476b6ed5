package dev.footfall.metrics.expectation;

import dev.footfall.alert.Alert;
import dev.footfall.alert.Finder;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The control charts of everything that is watched: a few dozen numbers per weekday, slot, metric and place. */
public final class ChartFinder implements Finder {
    private static final Set<Metric> WATCHED =
            EnumSet.of(Metric.FOOTFALL, Metric.OCCUPANCY, Metric.DWELL_MEAN, Metric.VEHICLES_PRESENT);
    private static final String DEVICES_PRESENT = "devices.present";

    private final StoreCalendar calendar;
    private final Map<Series, SeriesWatch> watches = new HashMap<>();

    private record Series(Metric metric, Scope scope) {}

    public ChartFinder(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        List<Alert> found = new ArrayList<>();
        for (Measurement row : published) {
            if (row.revision() == 0) {
                found.addAll(accept(row, !row.window().end().isAfter(now)));
            }
        }
        return found;
    }

    @Override
    public void recall(Measurement row) {
        accept(row, true);
    }

    private List<Alert> accept(Measurement row, boolean over) {
        if (!isWatched(row)) {
            return List.of();
        }
        return watches.computeIfAbsent(
                        new Series(row.metric(), row.scope()), series -> new SeriesWatch(isCount(series.metric())))
                .accept(row, calendar.reading(row.window().start()), over);
    }

    private static boolean isWatched(Measurement row) {
        boolean metric =
                WATCHED.contains(row.metric()) || row.metric().wireName().equals(DEVICES_PRESENT);
        boolean place = row.scope() instanceof Scope.Store
                || row.scope() instanceof Scope.Entrance
                || row.scope() instanceof Scope.CarPark;
        return metric && place && row.grain() != Grain.DAY;
    }

    private static boolean isCount(Metric metric) {
        return metric == Metric.FOOTFALL;
    }
}
