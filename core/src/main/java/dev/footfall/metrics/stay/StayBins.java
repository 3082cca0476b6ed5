package dev.footfall.metrics.stay;

/**
 * Classes of length of stay: below 15 s, then doubling, the last from 128 minutes on. They are the same everywhere and always,
 * so that counts of quarters, days and places can be added up.
 */
public final class StayBins {
    public static final int COUNT = 11;
    private static final int SECOND_BEGINS_S = 15;
    private static final double SHORTEST_S = 1;

    private StayBins() {}

    /** Seconds from which on a stay belongs to the class. */
    public static int from(int bin) {
        return bin == 0 ? 0 : SECOND_BEGINS_S << (bin - 1);
    }

    /** The class of a stay. */
    public static int of(double seconds) {
        int bin = 0;
        while (bin + 1 < COUNT && seconds >= from(bin + 1)) {
            bin++;
        }
        return bin;
    }

    /** Lays a number of stays, evenly by the logarithm of their length from one length to another, on the classes. */
    public static void spread(double fromSeconds, double toSeconds, double count, double[] bins) {
        double from = Math.log(Math.max(SHORTEST_S, fromSeconds));
        double to = Math.log(Math.max(SHORTEST_S, toSeconds));
        if (!(to > from)) {
            bins[of(fromSeconds)] += count;
            return;
        }
        for (int bin = of(fromSeconds); bin < COUNT; bin++) {
            double begins = Math.max(from, bin == 0 ? from : Math.log(from(bin)));
            double ends = bin + 1 == COUNT ? to : Math.min(to, Math.log(from(bin + 1)));
            bins[bin] += ends > begins ? count * (ends - begins) / (to - from) : 0;
        }
    }
}
