package dev.footfall.metrics.expectation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The 90 % interval of the last errors of forecasts of one kind. */
final class ErrorBand {
    private static final int KEPT = 60;
    private static final int FEWEST = 10;
    private static final double OUTSIDE_EACH_SIDE = 0.045;

    private final float[] errors = new float[KEPT];
    private int seen;

    void add(double error) {
        errors[seen++ % KEPT] = (float) error;
    }

    /** Lower and upper end of the error; null while too few were seen. */
    double @Nullable [] interval() {
        int count = Math.min(seen, KEPT);
        if (count < FEWEST) {
            return null;
        }
        float[] sorted = Arrays.copyOf(errors, count);
        Arrays.sort(sorted);
        int cut = (int) Math.floor(OUTSIDE_EACH_SIDE * count);
        return new double[] {sorted[cut], sorted[count - 1 - cut]};
    }
}
