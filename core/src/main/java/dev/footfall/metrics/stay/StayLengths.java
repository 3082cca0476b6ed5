package dev.footfall.metrics.stay;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** How long visits last. Stays of four hours and more are staff or a thing that is taken for a person: they are counted only. */
public final class StayLengths {
    private static final double CAP_SECONDS = 4 * 3600;

    private final double[] sorted;
    private final int counted;

    private StayLengths(double[] sorted) {
        this.sorted = sorted;
        int below = sorted.length;
        while (below > 0 && sorted[below - 1] >= CAP_SECONDS) {
            below--;
        }
        this.counted = below;
    }

    /** @param seconds one length for each visit, in any order */
    public static StayLengths of(DoubleStream seconds) {
        return new StayLengths(seconds.sorted().toArray());
    }

    /** Stays below the cap. */
    public int count() {
        return counted;
    }

    /** Stays that are left out. */
    public int beyondCap() {
        return sorted.length - counted;
    }

    /**
     * The length that the share of stays does not exceed, between two of them in proportion; null if there is none.
     *
     * @param share 0 to 1
     */
    public @Nullable Double quantile(double share) {
        if (counted == 0) {
            return null;
        }
        double place = share * (counted - 1);
        int below = (int) place;
        int above = Math.min(below + 1, counted - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
