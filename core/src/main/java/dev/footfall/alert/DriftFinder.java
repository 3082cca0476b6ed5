package dev.footfall.alert;

import dev.footfall.alert.DriftDiagnosis.EntranceDay;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Doors that let in other numbers than they let out: one exception per closed day, at the entrance that is the cause. */
final class DriftFinder implements Finder {
    private static final int DAYS_KEPT = 56;

    private final StoreCalendar calendar;
    private final TreeMap<LocalDate, Map<String, EntranceDay>> days = new TreeMap<>();

    private @Nullable Alert running;

    DriftFinder(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        if (!dayClosed || published.isEmpty()) {
            return List.of();
        }
        DayTotals totals = day.totals();
        if (totals.completeness() < DriftDiagnosis.COMPLETE) {
            return List.of();
        }
        totals.entrances()
                .forEach(one -> remember(totals.date(), new EntranceDay(one.entrance(), one.in(), one.out())));
        List<List<EntranceDay>> earlier = days.headMap(totals.date(), false).values().stream()
                .map(before -> List.copyOf(before.values()))
                .toList();
        Window window = day.day().window();
        List<Alert> found = DriftDiagnosis.of(
                        List.copyOf(days.getOrDefault(totals.date(), new TreeMap<>())
                                .values()),
                        meanRaw(published),
                        earlier)
                .stream()
                .map(finding -> alert(finding, window))
                .toList();
        return withEnded(found, window);
    }

    /** A drift is over when a later day has none. */
    private List<Alert> withEnded(List<Alert> found, Window window) {
        Alert before = running;
        List<Alert> all = new ArrayList<>(found);
        if (before != null && before.window().start().isBefore(window.start())) {
            all.add(before.closed());
            running = null;
        }
        if (!found.isEmpty()) {
            running = found.getLast();
        }
        return all;
    }

    private static @Nullable Double meanRaw(List<Measurement> published) {
        for (Measurement row : published) {
            if (row.metric() == Metric.OCCUPANCY_RAW
                    && row.grain() == Grain.DAY
                    && row.scope().equals(Scope.STORE)) {
                return row.value();
            }
        }
        return null;
    }

    private static Alert alert(DriftDiagnosis.Finding finding, Window window) {
        return new Alert(
                Metric.DRIFT_RATE,
                finding.entrance().isEmpty() ? Scope.STORE : new Scope.Entrance(finding.entrance()),
                window,
                finding.rate(),
                finding.low(),
                finding.high(),
                Alert.Kind.DATA_QUALITY,
                window.end(),
                finding.why(),
                true);
    }

    /** The days' counts per entrance are all that it remembers. */
    @Override
    public void recall(Measurement row) {
        Double value = row.value();
        boolean entries = row.metric() == Metric.ENTRIES;
        if (value != null
                && row.grain() == Grain.DAY
                && (entries || row.metric() == Metric.EXITS)
                && row.completeness() >= DriftDiagnosis.COMPLETE
                && row.scope() instanceof Scope.Entrance at) {
            LocalDate date = calendar.dayOf(row.window().start()).date();
            Map<String, EntranceDay> ofDay = days.get(date);
            EntranceDay known = ofDay == null ? null : ofDay.get(at.id());
            EntranceDay before = known == null ? new EntranceDay(at.id(), 0, 0) : known;
            remember(date, new EntranceDay(at.id(), entries ? value : before.in(), entries ? before.out() : value));
        }
    }

    private void remember(LocalDate date, EntranceDay one) {
        days.computeIfAbsent(date, ignored -> new TreeMap<>()).put(one.entrance(), one);
        if (days.size() > DAYS_KEPT) {
            days.pollFirstEntry();
        }
    }
}
