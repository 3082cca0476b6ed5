package dev.footfall.metrics.counting;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The mean stays of the last four weeks' days, from published rows. */
public final class StayPast {
    private static final int DAYS_LEARNED_FROM = 28;

    /** Days this much complete can teach. */
    private static final double COMPLETE = 0.98;

    private final StoreCalendar calendar;
    private final TreeMap<LocalDate, Double> seconds = new TreeMap<>();

    public StayPast(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    /** Takes up a published row; those that are no day's mean stay in the store change nothing. */
    public void learn(Measurement row) {
        if (row.grain() != Grain.DAY
                || row.metric() != Metric.DWELL_MEAN
                || !row.scope().equals(Scope.STORE)) {
            return;
        }
        LocalDate date = calendar.dayOf(row.window().start()).date();
        Double value = row.value();
        if (value == null || value <= 0 || row.completeness() < COMPLETE) {
            seconds.remove(date);
        } else {
            seconds.put(date, value);
            seconds.headMap(seconds.lastKey().minusDays(2L * DAYS_LEARNED_FROM)).clear();
        }
    }

    /** What the four weeks before a date teach. */
    public UsualStay before(LocalDate date) {
        return UsualStay.of(List.copyOf(
                seconds.subMap(date.minusDays(DAYS_LEARNED_FROM), date).values()));
    }
}
