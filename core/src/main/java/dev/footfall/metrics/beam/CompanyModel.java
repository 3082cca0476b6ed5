package dev.footfall.metrics.beam;

import java.util.stream.IntStream;

/**
 * How many people a break of a beam stands for, by its length. One body's break has a log-normal length. With probability p
 * somebody joins before it is over, at any moment of it alike, and makes it half a body longer on average; then another,
 * and so on. The usual length, its spread and p are not constants: they are weighed over everything that is possible, by
 * how well it explains all breaks of the day. Some breaks are no walk at all.
 */
final class CompanyModel {
    /** Breaks are told apart in steps of this ratio, from 20 ms to 12 s; what is longer is nobody's walk. */
    static final double STEP = 0.08;

    private static final double SHORTEST = 20;
    static final int BINS = 80;

    private static final double[] SPREADS = {0.12, 0.15, 0.18, 0.22, 0.27, 0.33, 0.4, 0.5, 0.65, 0.85, 1.1};
    private static final double[] JOINS = joins(17);

    /** People walk at speeds that differ by about a fifth, give or take. */
    private static final double USUAL_SPREAD = 0.2;

    private static final double SPREAD_DOUBT = 0.4;

    /** Share of breaks that follow no rule: somebody stands, or carries something. */
    static final double ODD = 0.03;

    private static final int MOST_COMPANIONS = 5;
    private static final int BELOW = 60;
    private static final int ABOVE = 80;
    private static final int OFFSETS = BELOW + ABOVE;

    /** Possibilities that explain the breaks so much worse than the best weigh nothing. */
    private static final double HOPELESS = 10;

    /** ln of the density at an offset from the usual length, and the companions expected there. */
    private static final double[][] LIKELIHOOD = new double[SPREADS.length * JOINS.length][OFFSETS];

    private static final double[][] COMPANIONS = new double[SPREADS.length * JOINS.length][OFFSETS];
    private static final double[] PRIOR = new double[SPREADS.length * JOINS.length];

    static {
        for (int spread = 0; spread < SPREADS.length; spread++) {
            double[][] densities = densities(SPREADS[spread]);
            for (int join = 0; join < JOINS.length; join++) {
                fill(spread * JOINS.length + join, JOINS[join], densities);
                double off = Math.log(SPREADS[spread] / USUAL_SPREAD) / SPREAD_DOUBT;
                PRIOR[spread * JOINS.length + join] = Math.log(1 - JOINS[join]) - off * off / 2;
            }
        }
    }

    /**
     * What the breaks teach.
     *
     * @param perBreak companions expected in a break, by its bin
     * @param total companions expected in all of them
     * @param deviation standard deviation of the total
     * @param spread how much the lengths of single bodies differ, as the deviation of their logarithm
     * @param fit ln of how well the best possibility explains the breaks, less a penalty for what was fitted
     */
    record Lesson(double[] perBreak, double total, double deviation, double spread, double fit) {}

    /** Usual length, spread and share of company are fitted. */
    private static final double PENALTY = 3 / 2.0;

    private CompanyModel() {}

    private static double[] joins(int count) {
        double[] joins = new double[count];
        for (int i = 0; i < count; i++) {
            joins[i] = 0.05 * i;
        }
        return joins;
    }

    /** The bin of a break's length in milliseconds; {@link #BINS} or more for what is too long for a walk. */
    static int bin(long millis) {
        return millis <= SHORTEST ? 0 : (int) Math.min(BINS, Math.log(millis / SHORTEST) / STEP);
    }

    /** Density of the length of so many bodies, by offset from one body's usual length. */
    private static double[][] densities(double spread) {
        double one = Math.exp(spread * spread / 2);
        double variance = one * one * Math.expm1(spread * spread);
        double[][] densities = new double[MOST_COMPANIONS + 1][OFFSETS];
        for (int more = 0; more <= MOST_COMPANIONS; more++) {
            double mean = one * (1 + more / 2.0);
            double s2 = Math.log1p((variance * (1 + more / 3.0) + one * one * more / 12) / (mean * mean));
            double middle = Math.log(mean) - s2 / 2;
            for (int i = 0; i < OFFSETS; i++) {
                double off = (i - BELOW) * STEP - middle;
                densities[more][i] = STEP / Math.sqrt(2 * Math.PI * s2) * Math.exp(-off * off / (2 * s2));
            }
        }
        return densities;
    }

    private static void fill(int possibility, double join, double[][] densities) {
        for (int i = 0; i < OFFSETS; i++) {
            double density = ODD / BINS;
            double companions = 0;
            double weight = (1 - ODD) * (1 - join);
            for (int more = 0; more <= MOST_COMPANIONS; more++) {
                density += weight * densities[more][i];
                companions += weight * densities[more][i] * more;
                weight *= join;
            }
            LIKELIHOOD[possibility][i] = Math.log(density);
            COMPANIONS[possibility][i] = companions / density;
        }
    }

    /** Weighs all possibilities against breaks counted by bin. */
    static Lesson learn(int[] breaks) {
        double[][] fits = new double[BINS][];
        double best = Double.NEGATIVE_INFINITY;
        for (int usual = 0; usual < BINS; usual++) {
            fits[usual] = fits(breaks, usual);
            for (double fit : fits[usual]) {
                best = Math.max(best, fit);
            }
        }
        Weighing weighing = new Weighing(breaks, best);
        for (int usual = 0; usual < BINS; usual++) {
            for (int possibility = 0; possibility < PRIOR.length; possibility++) {
                double behind = fits[usual][possibility] - best;
                if (behind > -HOPELESS) {
                    weighing.add(usual, possibility, Math.exp(behind));
                }
            }
        }
        return weighing.lesson();
    }

    private static double[] fits(int[] breaks, int usual) {
        double[] fits = PRIOR.clone();
        for (int bin = 0; bin < BINS; bin++) {
            if (breaks[bin] > 0) {
                int offset = offset(bin, usual);
                for (int possibility = 0; possibility < fits.length; possibility++) {
                    fits[possibility] += breaks[bin] * LIKELIHOOD[possibility][offset];
                }
            }
        }
        return fits;
    }

    private static int offset(int bin, int usual) {
        return Math.clamp(bin - usual + BELOW, 0, OFFSETS - 1);
    }

    /** The mean over what is possible. */
    private static final class Weighing {
        private final int[] breaks;
        private final double best;
        private final double[] perBreak = new double[BINS];
        private double weights;
        private double total;
        private double squares;
        private double spread;

        Weighing(int[] breaks, double best) {
            this.breaks = breaks;
            this.best = best;
        }

        void add(int usual, int possibility, double weight) {
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                if (breaks[bin] > 0) {
                    double companions = COMPANIONS[possibility][offset(bin, usual)];
                    perBreak[bin] += weight * companions;
                    sum += breaks[bin] * companions;
                }
            }
            weights += weight;
            total += weight * sum;
            squares += weight * sum * sum;
            spread += weight * SPREADS[possibility / JOINS.length];
        }

        Lesson lesson() {
            for (int bin = 0; bin < BINS; bin++) {
                perBreak[bin] /= weights;
            }
            double mean = total / weights;
            return new Lesson(
                    perBreak,
                    mean,
                    Math.sqrt(Math.max(0, squares / weights - mean * mean)),
                    spread / weights,
                    best - PENALTY * Math.log(Math.max(1, IntStream.of(breaks).sum())));
        }
    }
}
