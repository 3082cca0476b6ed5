package dev.footfall.metrics.counting;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.reason.CountReason.CorrectedByStays;
import dev.footfall.reason.Reason;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Occupancy second by second, raw and corrected, summed per quarter. Only quarters from the first changed one on are
 * counted again.
 */
public final class OccupancyCurve {

    /**
     * Sums over some seconds.
     *
     * @param seconds how many
     * @param raw sum of the uncorrected balance, person-seconds
     * @param corrected sum of corrected occupancy, person-seconds
     * @param max highest corrected occupancy
     * @param halfWidth sum of the interval's half width
     */
    public record Sums(int seconds, double raw, double corrected, double max, double halfWidth) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    seconds + other.seconds,
                    raw + other.raw,
                    corrected + other.corrected,
                    Math.max(max, other.max),
                    halfWidth + other.halfWidth);
        }
    }

    private final DaySeconds day;
    private final Flows flows;
    private final Supplier<UsualStay> stay;
    private final Sums[] whole;
    private final long[] inBefore;
    private final long[] outBefore;
    private final int[] in = new int[DaySeconds.QUARTER];
    private final int[] out = new int[DaySeconds.QUARTER];
    private int done;
    private Factors factors = Factors.running(LearnedFactors.NONE);
    private boolean driftKnown = true;
    private @Nullable Drift drift;

    /** Tells half people in and out per second of a quarter. */
    @FunctionalInterface
    interface Flows {
        void fill(int quarter, int[] in, int[] out);
    }

    OccupancyCurve(DaySeconds day, Flows flows, Supplier<UsualStay> stay) {
        this.day = day;
        this.flows = flows;
        this.stay = stay;
        this.whole = new Sums[day.quarters()];
        Arrays.fill(whole, Sums.NONE);
        this.inBefore = new long[day.quarters() + 1];
        this.outBefore = new long[day.quarters() + 1];
    }

    void use(Factors wanted) {
        if (!wanted.equals(factors)) {
            factors = wanted;
            done = 0;
            driftKnown = false;
        }
    }

    void flowsChangedFrom(int second) {
        done = Math.min(done, second / DaySeconds.QUARTER);
        if (second != Dirty.NONE) {
            driftKnown = false;
        }
    }

    /** How far the balance of a day that is over drifted in between, where single people tell by how long they stay. */
    private void learnDrift() {
        if (driftKnown) {
            return;
        }
        driftKnown = true;
        Drift before = drift;
        drift = factors.crossings() > 0 ? new DayBalance(day.quarters(), flows, factors).drift(stay.get()) : null;
        if (before != null || drift != null) {
            done = 0;
        }
    }

    /** What told more than the factors did; null if nothing. */
    @Nullable
    Reason note() {
        learnDrift();
        return drift == null ? null : new CorrectedByStays();
    }

    /** Sums over the seconds [from, to). */
    Sums over(int from, int to) {
        learnDrift();
        Sums total = Sums.NONE;
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            count(quarter);
            int start = quarter * DaySeconds.QUARTER;
            boolean all = from <= Math.max(start, day.first()) && to >= Math.min(start + DaySeconds.QUARTER, day.end());
            total = total.plus(
                    all ? whole[quarter] : scan(quarter, Math.max(0, from - start), Math.min(to - start, 900)));
        }
        return total;
    }

    /** Makes sure that everything before the end of the quarter is counted. */
    private void count(int quarter) {
        for (; done <= quarter; done++) {
            int start = done * DaySeconds.QUARTER;
            whole[done] = scan(done, Math.max(0, day.first() - start), Math.min(900, day.end() - start));
            long inSum = 0;
            long outSum = 0;
            for (int i = 0; i < DaySeconds.QUARTER; i++) {
                inSum += in[i];
                outSum += out[i];
            }
            inBefore[done + 1] = inBefore[done] + inSum;
            outBefore[done + 1] = outBefore[done] + outSum;
        }
    }

    private Sums scan(int quarter, int from, int to) {
        flows.fill(quarter, in, out);
        Level level = new Level(quarter, inBefore[quarter], outBefore[quarter]);
        for (int i = 0; i < from; i++) {
            level.in += in[i];
            level.out += out[i];
        }
        level.moved(from);
        for (int i = from; i < to; i++) {
            level.in += in[i];
            level.out += out[i];
            if ((in[i] | out[i]) != 0 || drift != null) {
                level.moved(i);
            }
            level.hold();
        }
        return level.sums(to - from);
    }

    /** The running balance, in half people. */
    private final class Level {
        long in;
        long out;
        private double corrected;
        private double halfWidth;
        private long rawSum;
        private double correctedSum;
        private double halfWidthSum;
        private double max;

        private final int quarter;

        Level(int quarter, long in, long out) {
            this.quarter = quarter;
            this.in = in;
            this.out = out;
        }

        void moved(int second) {
            double balance = (factors.in() * in - factors.out() * out) / 2;
            Drift known = drift;
            if (known == null) {
                corrected = Math.max(0, balance);
                halfWidth = factors.halfWidth((in + out) / 2.0);
            } else {
                corrected = Math.max(0, balance - known.people(quarter, second));
                halfWidth = Factors.NINETY_PERCENT * known.deviation(quarter, second);
            }
        }

        void hold() {
            rawSum += in - out;
            correctedSum += corrected;
            halfWidthSum += halfWidth;
            max = Math.max(max, corrected);
        }

        Sums sums(int seconds) {
            return new Sums(seconds, rawSum / 2.0, correctedSum, max, halfWidthSum);
        }
    }
}
