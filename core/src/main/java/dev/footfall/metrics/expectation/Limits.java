package dev.footfall.metrics.expectation;

import java.util.Arrays;

/**
 * A control chart's lines for one metric, scope, weekday and slot.
 *
 * @param center CL, what is expected
 * @param low LCL, never below 0
 * @param high UCL
 */
public record Limits(double center, double low, double high) {
    private static final double SIGMAS = 3;
    private static final double MOVING_RANGE = 2.66;
    private static final double EXACT_BELOW = 10;
    private static final double NORMAL_ABOVE = 400;
    /** What lies beyond three sigma on one side of a normal distribution. */
    private static final double TAIL = 0.00135;

    private static final double LEAST_SHARE = 0.05;

    /** How limits follow from points. */
    public enum Mode {
        /** CL ± 3 standard deviations. */
        SIGMA,
        /** CL ± 2.66 mean moving ranges. */
        IMR,
        /** Quantiles of a negative binomial distribution; of a Poisson where the points scatter no more than that. */
        COUNT
    }

    /**
     * Limits from points in the order of time.
     *
     * @param points at least two
     * @throws IllegalArgumentException if there are fewer
     */
    public static Limits of(Mode mode, double[] points) {
        if (points.length < 2) {
            throw new IllegalArgumentException("a chart of [" + points.length + "] points must have at least 2");
        }
        double center = Arrays.stream(points).average().orElseThrow();
        return switch (mode) {
            case SIGMA -> around(center, SIGMAS * Math.sqrt(variance(points, center)));
            case IMR -> around(center, MOVING_RANGE * meanMovingRange(points));
            case COUNT -> count(center, variance(points, center));
        };
    }

    /** The usual limits of people and vehicles: sigma, but exact counts where so few are expected that sigma misleads. */
    static Limits ofCounts(double[] points) {
        double center = Arrays.stream(points).average().orElseThrow();
        return of(center < EXACT_BELOW ? Mode.COUNT : Mode.SIGMA, points);
    }

    /** Points that happen to be equal do not make one person more an exception. */
    private Limits atLeast(double width) {
        return new Limits(center, Math.min(low, Math.max(0, center - width)), Math.max(high, center + width));
    }

    Limits reasonable() {
        return atLeast(Math.max(1, LEAST_SHARE * center));
    }

    private static Limits around(double center, double width) {
        return new Limits(center, Math.max(0, center - width), center + width);
    }

    private static double variance(double[] points, double center) {
        double sum = 0;
        for (double point : points) {
            sum += (point - center) * (point - center);
        }
        return sum / (points.length - 1);
    }

    private static double meanMovingRange(double[] points) {
        double sum = 0;
        for (int i = 1; i < points.length; i++) {
            sum += Math.abs(points[i] - points[i - 1]);
        }
        return sum / (points.length - 1);
    }

    private static Limits count(double center, double variance) {
        double spread = Math.max(variance, center);
        if (center > NORMAL_ABOVE) {
            return around(center, SIGMAS * Math.sqrt(spread));
        }
        boolean poisson = center < EXACT_BELOW || variance <= center * 1.0001;
        double size = poisson ? Double.POSITIVE_INFINITY : center * center / (variance - center);
        return new Limits(center, quantile(center, size, TAIL), quantile(center, size, 1 - TAIL));
    }

    /** The least count up to which at least this share of the distribution lies; an infinite size is a Poisson. */
    private static int quantile(double mean, double size, double share) {
        boolean poisson = Double.isInfinite(size);
        double probability = poisson ? Math.exp(-mean) : Math.exp(size * Math.log(size / (size + mean)));
        double ratio = poisson ? mean : mean / (size + mean);
        double sum = probability;
        int count = 0;
        while (sum < share && count < 100 * (1 + mean)) {
            probability *= ratio * (poisson ? 1 : count + size) / (count + 1);
            count++;
            sum += probability;
        }
        return count;
    }

    /** How far out a value is: 0 at the centre, 1 at the upper limit, −1 at the lower, beyond that an exception. */
    double excess(double value) {
        if (value >= center) {
            return (value - center) / Math.max(high - center, 1e-9);
        }
        double reach = Math.max(center - low, 1e-9);
        // Where the lower limit is cut off at 0, nothing can be below it: then the upper side's reach is the measure.
        return (value - center) / (low <= 0 ? Math.max(reach, high - center) : reach);
    }
}
