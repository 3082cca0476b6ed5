package dev.footfall.metrics.parking;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.metrics.counting.DayTotals.EntranceTotal;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last eight weeks of every car park, from its published days. Where vehicles may stay overnight, one day's balance says
 * nothing of the gates; but a car park is neither bottomless nor fills for ever, so a balance that goes to one side day after
 * day is the gates' doing.
 */
public final class ParkPast {
    private static final int DAYS_LEARNED_FROM = 56;

    /** Days that it takes to call an imbalance a drift, and how many standard errors its mean must be from 0. */
    private static final int ENOUGH_DAYS = 7;

    private static final double DEVIATIONS = 2.5;

    /** Variance of the balance per crossing that counting alone can make: three times the one assumed of doors. */
    private static final double BY_COUNTING = 0.06;

    private final StoreCalendar calendar;
    private final Map<String, TreeMap<LocalDate, Day>> parks = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private int version;

    public ParkPast(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    private record Known(int version, LocalDate date, ParkLearned learned) {}

    private record Day(@Nullable Double in, @Nullable Double out, double completeness) {
        static final Day UNKNOWN = new Day(null, null, 0);
    }

    /** Takes up a published row; those that are not a car park's day change nothing. */
    public void learn(Measurement row) {
        boolean in = row.metric() == Metric.VEHICLES_IN;
        if (row.grain() == Grain.DAY
                && (in || row.metric() == Metric.VEHICLES_OUT)
                && row.scope() instanceof Scope.CarPark park) {
            TreeMap<LocalDate, Day> days = parks.computeIfAbsent(park.id(), ignored -> new TreeMap<>());
            LocalDate date = calendar.dayOf(row.window().start()).date();
            Day so = days.getOrDefault(date, Day.UNKNOWN);
            days.put(date, new Day(in ? row.value() : so.in, in ? so.out : row.value(), row.completeness()));
            version++;
            days.headMap(days.lastKey().minusDays(2L * DAYS_LEARNED_FROM)).clear();
        }
    }

    /** What the days before a date teach. */
    public ParkLearned before(String park, LocalDate date) {
        Known cached = known.get(park);
        if (cached == null || cached.version != version || !cached.date.equals(date)) {
            cached = new Known(version, date, learned(park, date));
            known.put(park, cached);
        }
        return cached.learned;
    }

    private ParkLearned learned(String park, LocalDate date) {
        List<DayTotals> days = days(park, date);
        if (days.isEmpty()) {
            return ParkLearned.NOTHING;
        }
        LearnedFactors factors = LearnedFactors.from(days);
        double left = 0;
        double noise = 0;
        double lowest = 0;
        for (DayTotals day : days) {
            double balance = factors.fIn() * day.in() - factors.fOut() * day.out();
            noise += balance * balance / (day.in() + day.out()) / days.size();
            left += balance;
            lowest = Math.min(lowest, left);
        }
        return new ParkLearned(factors, drifts(days), noise <= BY_COUNTING, Math.max(0, left - lowest));
    }

    /** The complete days of the eight weeks before a date. */
    List<DayTotals> days(String park, LocalDate date) {
        return parks
                .getOrDefault(park, new TreeMap<>())
                .subMap(date.minusDays(DAYS_LEARNED_FROM), date)
                .entrySet()
                .stream()
                .map(day -> totals(park, day.getKey(), day.getValue()))
                .filter(day -> day.completeness() >= Quality.VALID && day.in() > 0 && day.out() > 0)
                .toList();
    }

    private static DayTotals totals(String park, LocalDate date, Day day) {
        double in = day.in == null ? 0 : day.in;
        double out = day.out == null ? 0 : day.out;
        return new DayTotals(date, List.of(new EntranceTotal(park, in, out)), day.completeness);
    }

    /** Whether the days' balances go to one side by more than their scatter. */
    static boolean drifts(List<DayTotals> days) {
        int n = days.size();
        if (n < ENOUGH_DAYS) {
            return false;
        }
        double mean =
                days.stream().mapToDouble(day -> day.in() - day.out()).average().orElse(0);
        double squares = days.stream()
                .mapToDouble(day -> Math.pow(day.in() - day.out() - mean, 2))
                .sum();
        return Math.abs(mean) > DEVIATIONS * Math.sqrt(squares / (n - 1) / n);
    }
}
