package dev.footfall.metrics.beam;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Breaks as made by a few kinds of bodies that walk alone: adults, children, people who push a cart. Each kind's lengths are
 * log-normal around its own usual length, and spread as people's pace does. Company makes lengths of all sizes; carts make
 * many of one.
 */
final class KindsModel {
    private static final int[] KINDS = {2, 3};

    /** Where kinds are looked for first, as shares of the breaks. */
    private static final double[] STARTS = {0.1, 0.3, 0.5, 0.7, 0.9};

    private static final double LEAST_SPREAD = 0.08;
    private static final double MOST_SPREAD = 0.3;
    private static final double FIRST_SPREAD = 0.2;
    private static final int ROUNDS = 60;
    private static final double ODD = CompanyModel.ODD;

    private final int[] breaks;
    private final int all;

    private KindsModel(int[] breaks) {
        this.breaks = breaks;
        this.all = IntStream.of(breaks).sum();
    }

    /** ln of how well kinds explain breaks counted by bin, less a penalty for what was fitted. */
    static double fit(int[] breaks) {
        KindsModel model = new KindsModel(breaks);
        double best = Double.NEGATIVE_INFINITY;
        for (int kinds : KINDS) {
            best = Math.max(best, model.best(new double[kinds], 0, 0) - kinds * Math.log(Math.max(1, model.all)));
        }
        return best;
    }

    /** The best of all ways to place the remaining kinds from a start on. */
    private double best(double[] usual, int placed, int from) {
        if (placed == usual.length) {
            return climb(usual.clone());
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int start = from; start < STARTS.length; start++) {
            usual[placed] = quantile(STARTS[start]);
            best = Math.max(best, best(usual, placed + 1, start + 1));
        }
        return best;
    }

    private double quantile(double share) {
        int below = 0;
        for (int bin = 0; bin < breaks.length; bin++) {
            below += breaks[bin];
            if (below > share * all) {
                return bin;
            }
        }
        return breaks.length - 1.0;
    }

    /** Expectation and maximisation in turn; lengths are bins. */
    private double climb(double[] start) {
        Kinds kinds = new Kinds(start);
        double fit = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            Members members = new Members(start.length);
            fit = 0;
            for (int bin = 0; bin < breaks.length; bin++) {
                if (breaks[bin] > 0) {
                    fit += breaks[bin] * Math.log(kinds.density(bin));
                    members.add(kinds, bin, breaks[bin]);
                }
            }
            kinds.become(members);
        }
        return fit;
    }

    /** The breaks as the kinds share them. */
    private static final class Members {
        final double[] count;
        final double[] lengths;
        final double[] squares;

        Members(int kinds) {
            this.count = new double[kinds];
            this.lengths = new double[kinds];
            this.squares = new double[kinds];
        }

        void add(Kinds kinds, int bin, int breaks) {
            double all = kinds.density(bin);
            for (int kind = 0; kind < count.length; kind++) {
                double of = breaks * kinds.density(kind, bin) / all;
                count[kind] += of;
                lengths[kind] += of * bin;
                squares[kind] += of * bin * bin;
            }
        }
    }

    /** Each kind's usual length and share, and the spread of all. */
    private static final class Kinds {
        private static final double HARDLY_ANY = 1e-9;

        private final double[] usual;
        private final double[] share;
        private double spread = FIRST_SPREAD / CompanyModel.STEP;

        Kinds(double[] usual) {
            this.usual = usual;
            this.share = new double[usual.length];
            Arrays.fill(share, 1.0 / usual.length);
        }

        double density(int bin) {
            double density = ODD / CompanyModel.BINS;
            for (int kind = 0; kind < usual.length; kind++) {
                density += density(kind, bin);
            }
            return density;
        }

        double density(int kind, int bin) {
            double off = (bin - usual[kind]) / spread;
            return (1 - ODD) * share[kind] * Math.exp(-off * off / 2) / (spread * Math.sqrt(2 * Math.PI));
        }

        void become(Members members) {
            double all = HARDLY_ANY + Arrays.stream(members.count).sum();
            double variance = 0;
            for (int kind = 0; kind < usual.length; kind++) {
                usual[kind] = members.lengths[kind] / Math.max(HARDLY_ANY, members.count[kind]);
                share[kind] = members.count[kind] / all;
                variance += members.squares[kind] - usual[kind] * members.lengths[kind];
            }
            double deviation = Math.sqrt(Math.max(0, variance) / all) * CompanyModel.STEP;
            spread = Math.clamp(deviation, LEAST_SPREAD, MOST_SPREAD) / CompanyModel.STEP;
        }
    }
}
