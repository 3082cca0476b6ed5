package dev.footfall.metrics.calibration;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.calibration.PeoplePer.Count;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Footfall and vehicles of the last eight weeks' hours, from published rows; what they teach is told per day. */
public final class CarPast {
    private static final int DAYS_LEARNED_FROM = 56;

    private final StoreCalendar calendar;
    private final TreeMap<LocalDate, OneDay> days = new TreeMap<>();
    private @Nullable Known known;

    public CarPast(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    /** A day's hours, and how often they changed. */
    private static final class OneDay {
        final TreeMap<Instant, Hour> hours = new TreeMap<>();
        int changes;
    }

    private static final class Hour {
        @Nullable
        Double people;

        final Map<Scope, Double> cars = new HashMap<>();
    }

    private record Known(LocalDate date, int changes, CarsToPeople taught) {}

    /** Takes up a published row; those that are no hour of footfall or of vehicles change nothing. */
    public void learn(Measurement row) {
        boolean people = row.metric() == Metric.FOOTFALL && row.scope().equals(Scope.STORE);
        if (row.grain() != Grain.HOUR || (!people && row.metric() != Metric.VEHICLES_IN)) {
            return;
        }
        LocalDate date = calendar.dayOf(row.window().start()).date();
        OneDay day = days.computeIfAbsent(date, ignored -> new OneDay());
        Hour hour = day.hours.computeIfAbsent(row.window().start(), ignored -> new Hour());
        Double value = row.state() == State.VALID ? row.value() : null;
        if (people) {
            hour.people = value;
        } else {
            hour.cars.put(row.scope(), value == null ? Double.NaN : value);
        }
        day.changes++;
        days.headMap(days.lastKey().minusDays(2L * DAYS_LEARNED_FROM)).clear();
    }

    /** What the eight weeks before a date teach. */
    public CarsToPeople before(LocalDate date) {
        Map<LocalDate, OneDay> earlier = days.subMap(date.minusDays(DAYS_LEARNED_FROM), date);
        int changes = earlier.values().stream().mapToInt(day -> day.changes).sum();
        Known cached = known;
        if (cached == null || !cached.date.equals(date) || cached.changes != changes) {
            List<CarsToPeople.Day> taught = new ArrayList<>();
            earlier.forEach((when, day) -> taught.add(new CarsToPeople.Day(when, counts(day))));
            cached = new Known(date, changes, CarsToPeople.of(taught));
            known = cached;
        }
        return cached.taught;
    }

    private List<Count> counts(OneDay day) {
        List<Count> counts = new ArrayList<>();
        day.hours.forEach((start, hour) -> {
            Double people = hour.people;
            double cars =
                    hour.cars.values().stream().mapToDouble(value -> value).sum();
            if (people != null && !hour.cars.isEmpty() && !Double.isNaN(cars)) {
                counts.add(new Count(calendar.reading(start).getHour(), people, cars));
            }
        });
        return counts;
    }
}
