package dev.footfall.metrics.counting;

import java.util.List;

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

    /** Learns from the days that were complete and counted both ways. */
    public static LearnedFactors from(List<DayTotals> earlierDays) {
        List<DayTotals> days = earlierDays.stream()
                .filter(day -> day.completeness() >= COMPLETE && day.in() > 0 && day.out() > 0)
                .toList();
        if (days.isEmpty()) {
            return NONE;
        }
        double in = days.stream().mapToDouble(DayTotals::in).sum();
        double out = days.stream().mapToDouble(DayTotals::out).sum();
        double middle = (in + out) / 2;
        double fIn = middle / in;
        double fOut = middle / out;
        double squares = PRIOR_DAYS * DEFAULT_ERROR;
        for (DayTotals day : days) {
            double balance = fIn * day.in() - fOut * day.out();
            squares += balance * balance / (day.in() + day.out());
        }
        return new LearnedFactors(fIn, fOut, days.size(), squares / (PRIOR_DAYS + days.size()));
    }
}
