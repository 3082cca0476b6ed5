package dev.footfall.metrics.counting;

import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How this store's counters err, learned from earlier days that were empty at both ends.
 *
 * @param fIn what to multiply entries by
 * @param fOut what to multiply exits by
 * @param days how many days taught it
 * @param perCrossingError variance of the day's balance per crossing; 0.02 means that 100 crossings leave the balance
 *     uncertain by about ±1.4 people
 */
public record LearnedFactors(double fIn, double fOut, int days, double perCrossingError) {

    /** The error assumed before anything is learned. */
    public static final double DEFAULT_ERROR = 0.02;

    /** Nothing learned yet: counts are taken as they are. */
    public static final LearnedFactors NONE = new LearnedFactors(1, 1, 0, DEFAULT_ERROR);

    /** Days this much complete can teach. */
    private static final double COMPLETE = 0.98;

    /** How many days the assumed error weighs. */
    private static final double PRIOR_DAYS = 5;

    /** How many days of a weekday, or of its kind, it takes to believe them half when they differ from the others. */
    private static final double FEW_DAYS = 1;

    /** Learns from the days that were complete and counted both ways, one like the other. */
    public static LearnedFactors from(List<DayTotals> earlierDays) {
        List<DayTotals> days = telling(earlierDays);
        if (days.isEmpty()) {
            return NONE;
        }
        double ratio = ratio(days);
        return learned(ratio, days, day -> ratio);
    }

    /** The same for a weekday, whose visitors may use the doors in another way than those of other days. */
    public static LearnedFactors from(List<DayTotals> earlierDays, DayOfWeek weekday) {
        List<DayTotals> days = telling(earlierDays);
        if (days.isEmpty()) {
            return NONE;
        }
        return learned(ratioOf(weekday, days), days, day -> ratioWithout(day, days));
    }

    private static List<DayTotals> telling(List<DayTotals> days) {
        return days.stream()
                .filter(day -> day.completeness() >= COMPLETE && day.in() > 0 && day.out() > 0)
                .toList();
    }

    /** Entries per exit. */
    private static double ratio(List<DayTotals> days) {
        double in = days.stream().mapToDouble(DayTotals::in).sum();
        double out = days.stream().mapToDouble(DayTotals::out).sum();
        return in / out;
    }

    /** A weekday's own days tell most, then those of its kind, working days or weekends, then all. */
    private static double ratioOf(DayOfWeek weekday, List<DayTotals> days) {
        double all = Math.log(ratio(days));
        double ofKind = believed(days, day -> isWeekend(day) == isWeekend(weekday), all);
        return Math.exp(believed(days, day -> day == weekday, ofKind));
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /** The logarithm of the ratio of some days, believed by how many they are; the rest is what was believed before. */
    private static double believed(List<DayTotals> days, Predicate<DayOfWeek> which, double before) {
        List<DayTotals> some = days.stream()
                .filter(day -> which.test(day.date().getDayOfWeek()))
                .toList();
        return some.isEmpty()
                ? before
                : (some.size() * Math.log(ratio(some)) + FEW_DAYS * before) / (some.size() + FEW_DAYS);
    }

    /** What the other days lead to expect of a day: one that taught its own expectation would seem surer than it is. */
    private static double ratioWithout(DayTotals day, List<DayTotals> days) {
        List<DayTotals> others = days.stream().filter(other -> other != day).toList();
        return others.isEmpty() ? ratio(days) : ratioOf(day.date().getDayOfWeek(), others);
    }

    private static LearnedFactors learned(double ratio, List<DayTotals> days, ToDoubleFunction<DayTotals> ratioOfDay) {
        double squares = PRIOR_DAYS * DEFAULT_ERROR;
        for (DayTotals day : days) {
            double ofDay = ratioOfDay.applyAsDouble(day);
            double balance = forEntries(ofDay) * day.in() - forExits(ofDay) * day.out();
            squares += balance * balance / (day.in() + day.out());
        }
        return new LearnedFactors(
                forEntries(ratio), forExits(ratio), days.size(), squares / (PRIOR_DAYS + days.size()));
    }

    private static double forEntries(double ratio) {
        return (1 + 1 / ratio) / 2;
    }

    private static double forExits(double ratio) {
        return (1 + ratio) / 2;
    }
}
