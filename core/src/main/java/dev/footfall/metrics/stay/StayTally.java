package dev.footfall.metrics.stay;

import dev.footfall.metrics.grid.DaySeconds;

/** Visits to one place on one day by how long they have lasted so far, in the quarter in which they began. */
public final class StayTally {
    private final DaySeconds day;
    private final int[][] quarters;

    public StayTally(DaySeconds day) {
        this.day = day;
        this.quarters = new int[day.quarters()][];
    }

    void add(long beganMicros, int bin, int count) {
        int index = day.secondOf(beganMicros / 1000) / DaySeconds.QUARTER;
        int[] bins = quarters[index];
        if (bins == null) {
            bins = new int[StayBins.COUNT];
            quarters[index] = bins;
        }
        bins[bin] += count;
    }

    /** Visits begun in the quarters of the seconds [from, to), by class. */
    public double[] over(int from, int to) {
        double[] sum = new double[StayBins.COUNT];
        for (int i = from / DaySeconds.QUARTER; i * DaySeconds.QUARTER < to; i++) {
            int[] bins = quarters[i];
            for (int bin = 0; bins != null && bin < StayBins.COUNT; bin++) {
                sum[bin] += bins[bin];
            }
        }
        return sum;
    }
}
