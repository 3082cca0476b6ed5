package dev.footfall.metrics.radio;

import dev.footfall.metrics.stay.StayBins;
import org.jspecify.annotations.Nullable;

/**
 * How long visits really were, from what was heard of them. A phone is heard in bursts; it came some time before its first
 * and left some time after its last. With S(a) the share of gaps longer than a, a visit of length L shows a span s with a
 * likelihood that grows with C(L − s) = ∫ S(a) S(L − s − a) da. The distribution of lengths is the one that makes the spans
 * seen most likely (expectation–maximisation over length classes, smoothed, no shape assumed), of visits heard at least
 * twice. Long gaps are rarer within short visits than they are, so gaps are weighted by the time in which they could have
 * been seen, and the two are repeated.
 */
final class StayModel {
    private static final int LENGTHS = 110;
    private static final double FIRST_SECONDS = 1;
    private static final double GROWTH = 1.1;
    private static final int ROUNDS = 4;
    private static final int STEPS = 60;
    private static final int WIDTH = 4;
    private static final double LEAST = 0.01;
    /** Gaps that hardly any visit could show must not decide by a few chance finds. */
    private static final double MOST_WEIGHT = 2;

    private static final double TINY = 1e-9;

    private final double[] length = new double[LENGTHS];
    private final double[] share = new double[LENGTHS];
    private final double[] survival = new double[Gaps.LONGEST + 1];
    private final double[] room = new double[2 * Gaps.LONGEST + 1];
    private final double[] heard = new double[LENGTHS];
    private final double[] twice = new double[LENGTHS];
    private final double[] span = new double[Spans.CLASSES];

    private StayModel(Spans spans) {
        double at = FIRST_SECONDS;
        for (int k = 0; k < LENGTHS; k++) {
            length[k] = at;
            share[k] = 1.0 / LENGTHS;
            at *= GROWTH;
        }
        for (int i = 0; i < Spans.CLASSES; i++) {
            span[i] = spans.mean(i);
        }
    }

    /** Fits to all visits of a day; null if too little was heard of them. */
    static @Nullable StayModel of(Spans spans, Gaps gaps) {
        if (gaps.total() == 0 || spans.again() == 0) {
            return null;
        }
        StayModel model = new StayModel(spans);
        for (int round = 0; round < ROUNDS; round++) {
            model.weigh(gaps, round > 0);
            for (int step = 0; step < STEPS; step++) {
                model.step(spans);
            }
        }
        return model;
    }

    private void weigh(Gaps gaps, boolean byRoom) {
        double[] density = new double[Gaps.LONGEST + 1];
        double sum = 0;
        for (int g = 0; g <= Gaps.LONGEST; g++) {
            double seeable = byRoom ? Math.max(seeable(g), seeable(0) / MOST_WEIGHT) : 1;
            density[g] = gaps.of(g) == 0 ? 0 : gaps.of(g) / seeable;
            sum += density[g];
        }
        double longer = 1;
        for (int g = 0; g <= Gaps.LONGEST; g++) {
            survival[g] = Math.max(0, longer - density[g] / sum / 2);
            longer -= density[g] / sum;
        }
        convolve();
        hear();
    }

    /** Time in which a gap could have begun and still be seen, per visit. */
    private double seeable(int gap) {
        double time = 0;
        for (int k = 0; k < LENGTHS; k++) {
            time += share[k] * Math.max(0, length[k] - gap);
        }
        return time;
    }

    private void convolve() {
        for (int m = 0; m < room.length; m++) {
            double sum = 0;
            for (int a = Math.max(0, m - Gaps.LONGEST); a <= Math.min(m, Gaps.LONGEST); a++) {
                sum += survival[a] * survival[m - a];
            }
            room[m] = sum;
        }
    }

    private void hear() {
        double mean = 0;
        for (double s : survival) {
            mean += s;
        }
        for (int k = 0; k < LENGTHS; k++) {
            double within = 0;
            for (int a = 0; a <= Math.min(Gaps.LONGEST, (int) length[k]); a++) {
                within += survival[a];
            }
            heard[k] = Math.min(1, within / Math.max(mean, TINY));
            twice[k] = Math.max(heard[k] - room((int) length[k]) / Math.max(mean, TINY), LEAST);
        }
    }

    private double room(int missing) {
        return missing < room.length ? room[missing] : 0;
    }

    private double likelihood(double spanSeconds, int k) {
        double missing = length[k] - spanSeconds;
        return missing < 0 || missing >= room.length - 1 ? 0 : room[(int) (missing + 0.5)] / twice[k];
    }

    private void step(Spans spans) {
        double[] next = new double[LENGTHS];
        double total = 0;
        for (int i = 1; i < Spans.CLASSES; i++) {
            if (spans.count(i) > 0) {
                double sum = 0;
                for (int k = 0; k < LENGTHS; k++) {
                    sum += share[k] * likelihood(span[i], k);
                }
                for (int k = 0; sum > 0 && k < LENGTHS; k++) {
                    next[k] += spans.count(i) * share[k] * likelihood(span[i], k) / sum;
                }
                total += sum > 0 ? spans.count(i) : 0;
            }
        }
        for (int k = 0; total > 0 && k < LENGTHS; k++) {
            share[k] = smooth(next, k) / total;
        }
    }

    /** Neighbours share: with few visits the likeliest distribution is a handful of spikes, which no store has. */
    private static double smooth(double[] of, int k) {
        double sum = 0;
        for (int j = -WIDTH; j <= WIDTH; j++) {
            sum += of[Math.clamp(k + j, 0, LENGTHS - 1)] * (WIDTH + 1 - Math.abs(j));
        }
        return sum / ((WIDTH + 1) * (WIDTH + 1));
    }

    /** Expected length in seconds of a visit of which this span was heard. */
    double expected(double spanSeconds) {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < LENGTHS; k++) {
            double w = share[k] * likelihood(spanSeconds, k);
            sum += w * length[k];
            weight += w;
        }
        return weight > 0 ? Math.max(spanSeconds, sum / weight) : spanSeconds;
    }

    /** Probability that somebody who stays so long is heard at all. */
    double heard(double seconds) {
        int k = (int) Math.round(Math.log(Math.max(1, seconds) / FIRST_SECONDS) / Math.log(GROWTH));
        return heard[Math.min(LENGTHS - 1, k)];
    }

    /** The length in seconds below which this share of these visits lies. */
    double quantile(Spans spans, double part) {
        double[] mixed = mixed(spans);
        double left = part * spans.again();
        for (int k = 0; k < LENGTHS; k++) {
            if (mixed[k] >= left && mixed[k] > 0) {
                return length[k] * Math.pow(GROWTH, left / mixed[k] - 0.5);
            }
            left -= mixed[k];
        }
        return length[LENGTHS - 1];
    }

    /** These visits by their likely length, in the classes of {@link StayBins}. */
    double[] bins(Spans spans) {
        double[] mixed = mixed(spans);
        double[] bins = new double[StayBins.COUNT];
        for (int k = 0; k < LENGTHS; k++) {
            StayBins.spread(length[k] / Math.sqrt(GROWTH), length[k] * Math.sqrt(GROWTH), mixed[k], bins);
        }
        return bins;
    }

    /** Visits heard at least twice, by length. */
    private double[] mixed(Spans spans) {
        double[] mixed = new double[LENGTHS];
        for (int i = 1; i < Spans.CLASSES; i++) {
            mix(spans.mean(i), spans.count(i), mixed);
        }
        return mixed;
    }

    private void mix(double spanSeconds, int count, double[] mixed) {
        double weight = 0;
        for (int k = 0; count > 0 && k < LENGTHS; k++) {
            weight += share[k] * likelihood(spanSeconds, k);
        }
        for (int k = 0; weight > 0 && k < LENGTHS; k++) {
            mixed[k] += count * share[k] * likelihood(spanSeconds, k) / weight;
        }
    }
}
