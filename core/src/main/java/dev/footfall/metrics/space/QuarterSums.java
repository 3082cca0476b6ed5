package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;

/** A whole number per quarter of a day. */
final class QuarterSums {
    static final long QUARTER_MICROS = DaySeconds.QUARTER * 1_000_000L;

    private final DaySeconds day;
    private final long[] sums;

    QuarterSums(DaySeconds day) {
        this.day = day;
        this.sums = new long[day.quarters()];
    }

    /** Adds to the quarter of a moment. */
    void add(long micros, long amount) {
        sums[quarter(micros)] += amount;
    }

    /** Adds the microseconds from one moment to another, each to its quarter. */
    void addSpan(long fromMicros, long toMicros) {
        long from = fromMicros;
        while (from < toMicros) {
            int quarter = quarter(from);
            long to = Math.min(toMicros, (quarter + 1) * QUARTER_MICROS);
            sums[quarter] += to - from;
            from = to;
        }
    }

    private int quarter(long micros) {
        return day.secondOf(micros / 1000) / DaySeconds.QUARTER;
    }

    /** The sum over the quarters that begin in the seconds [from, to); a quarter cut by the day's start counts too. */
    long over(int from, int to) {
        long total = 0;
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            total += sums[quarter];
        }
        return total;
    }
}
