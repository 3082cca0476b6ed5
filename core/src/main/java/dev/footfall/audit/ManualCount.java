package dev.footfall.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a sensor and a person counted at the same door in the same time.
 *
 * @param sensor people by the sensor; null if it does not know
 * @param manual people by hand
 */
public record ManualCount(@Nullable Double sensor, long manual) {
    private static final double NINETY_PERCENT = 1.645;

    /** Two hits and two misses more than were seen keep a short count from looking perfect. */
    private static final double CAUTION = 2;

    public ManualCount {
        if (manual < 0) {
            throw new IllegalArgumentException("manual count [" + manual + "] must not be negative");
        }
    }

    /**
     * What the comparison says.
     *
     * @param bias by how much the sensor counts too many, as a share of the true number; null if that cannot be said
     * @param low lower end of its 90 % interval
     * @param high upper end of its 90 % interval
     * @param more how many more people to count by hand before the interval is as narrow as asked for; null if unknown
     * @param reason why nothing can be said, or null
     */
    public record Verdict(
            @Nullable Double bias,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long more,
            @Nullable String reason) {

        private static Verdict unknown(String why) {
            return new Verdict(null, null, null, null, why);
        }
    }

    /**
     * Bias, interval, and what it takes to know the bias to within a share. Each person is taken to be miscounted or not,
     * apart from the others; the share of miscounts is at least what the two totals differ by.
     *
     * @param within half the width of the interval wanted, for example 0.03
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public Verdict within(double within) {
        if (!(within > 0 && within < 1)) {
            throw new IllegalArgumentException("within [" + within + "] must be above 0 and below 1");
        }
        Double counted = sensor;
        if (counted == null) {
            return Verdict.unknown(
                    "the sensor does not know its count for this time: choose a time in which it was live");
        }
        if (manual == 0) {
            return Verdict.unknown(
                    "nobody was counted by hand, while the sensor counted %.0f: a bias is a share of people,"
                                    .formatted(counted)
                            + " so count while people pass");
        }
        double bias = (counted - manual) / manual;
        double half = NINETY_PERCENT * Math.sqrt(variancePerPerson(counted) / manual);
        return new Verdict(bias, Math.max(-1, bias - half), bias + half, more(counted, within), null);
    }

    /** Variance of one person's miscount: binomial for the missed, as of rare events for those counted too often. */
    private double variancePerPerson(double counted) {
        double wrong = (Math.abs(counted - manual) + CAUTION) / (manual + 2 * CAUTION);
        return counted > manual ? wrong : wrong * (1 - Math.min(wrong, 0.5));
    }

    private long more(double counted, double within) {
        double needed = variancePerPerson(counted) * (NINETY_PERCENT / within) * (NINETY_PERCENT / within);
        return Math.max(0, (long) Math.ceil(needed) - manual);
    }
}
