package dev.footfall.metrics.counting;

import java.util.List;

/**
 * How long people stayed on earlier days.
 *
 * @param minutes the usual stay; NaN if nothing is known
 * @param spread by how much a day differs from it, as a share
 */
public record UsualStay(double minutes, double spread) {
    public static final UsualStay UNKNOWN = new UsualStay(Double.NaN, 1);

    private static final int ENOUGH_DAYS = 3;
    private static final double LEAST_SPREAD = 0.05;

    /** Half of what told days differ by is chance in the telling. */
    private static final double TRULY_DIFFER = 0.5;

    /** A day in ten is like no other. */
    private static final double UNUSUAL = 0.1;

    /** Learns from mean stays in seconds. */
    static UsualStay of(List<Double> seconds) {
        int count = seconds.size();
        if (count < ENOUGH_DAYS) {
            return UNKNOWN;
        }
        double mean = seconds.stream().mapToDouble(Math::log).sum() / count;
        double squares = seconds.stream()
                .mapToDouble(each -> Math.pow(Math.log(each) - mean, 2))
                .sum();
        double spread = Math.sqrt(squares / (count - 1) * (TRULY_DIFFER + 1.0 / count));
        return new UsualStay(Math.exp(mean) / 60, Math.max(LEAST_SPREAD, spread));
    }

    /** ln of how likely a day's mean stay is, but for a constant. */
    double logLikelihood(double otherMinutes) {
        if (Double.isNaN(minutes)) {
            return 0;
        }
        double off = Math.log(otherMinutes / minutes) / spread;
        return Math.log(UNUSUAL + (1 - UNUSUAL) * Math.exp(-off * off / 2));
    }
}
