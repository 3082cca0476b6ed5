package dev.footfall.metrics.counting;

import dev.footfall.metrics.grid.DaySeconds;
import org.jspecify.annotations.Nullable;

/** What passed the doors on a day that is over, as coarse as {@link StayWitness} needs it. */
final class DayBalance {
    /** A third of a quarter. */
    private static final int BIN = 300;

    /** With fewer single passages nobody's stay can be told: reports of many people at once tell none. */
    private static final int ENOUGH_PASSAGES = 300;

    private final Factors factors;
    private final double[] arrivals;
    private final double[] balance;
    private final double[] crossings;
    private long in;
    private long out;
    private int passages;
    private int first = -1;
    private int last = -1;

    DayBalance(int quarters, OccupancyCurve.Flows flows, Factors factors) {
        this.factors = factors;
        this.arrivals = new double[quarters * DaySeconds.QUARTER / BIN];
        this.balance = new double[quarters];
        this.crossings = new double[quarters];
        int[] ins = new int[DaySeconds.QUARTER];
        int[] outs = new int[DaySeconds.QUARTER];
        for (int quarter = 0; quarter < quarters; quarter++) {
            flows.fill(quarter, ins, outs);
            add(quarter, ins, outs);
        }
    }

    private void add(int quarter, int[] ins, int[] outs) {
        for (int i = 0; i < ins.length; i++) {
            if ((ins[i] | outs[i]) != 0) {
                arrivals[(quarter * DaySeconds.QUARTER + i) / BIN] += factors.in() * ins[i] / 2;
                in += ins[i];
                out += outs[i];
                passages++;
                first = first < 0 ? quarter : first;
                last = quarter;
            }
        }
        balance[quarter] = (factors.in() * in - factors.out() * out) / 2;
        crossings[quarter] = (in + out) / 2.0;
    }

    /** How far the balance drifted in between; null where it did not, or where nothing tells. */
    @Nullable
    Drift drift(UsualStay stay) {
        return in == out || factors.error() <= 0 || passages < ENOUGH_PASSAGES
                ? null
                : new StayWitness(arrivals, balance, crossings, factors.error(), stay, first, last).drift();
    }
}
