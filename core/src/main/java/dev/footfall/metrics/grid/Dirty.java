package dev.footfall.metrics.grid;

import java.util.BitSet;

/** Remembers which quarters of a day an addition may have changed. */
public final class Dirty {
    private final BitSet quarters = new BitSet(128);
    private int openFrom = Integer.MAX_VALUE;
    private int flowsFrom = Integer.MAX_VALUE;

    /** People were added or taken back in this second, which changes occupancy ever after. */
    public void flow(int second) {
        flowsFrom = Math.min(flowsFrom, second);
        from(second);
    }

    /** A level changed in this second and holds into the seconds after it. */
    public void from(int second) {
        quarters.set(second / DaySeconds.QUARTER);
        carried(second);
    }

    /** Something of the day before matters from this second on, without anything having happened in it. */
    public void carried(int second) {
        openFrom = Math.min(openFrom, second / DaySeconds.QUARTER);
    }

    /** Something changed within the seconds from first to last, both included. */
    public void within(int first, int last) {
        quarters.set(first / DaySeconds.QUARTER, last / DaySeconds.QUARTER + 1);
    }

    /** The second from which on flows have changed since the last call, {@code Integer.MAX_VALUE} if they have not. */
    public int takeFlowsFrom() {
        int from = flowsFrom;
        flowsFrom = Integer.MAX_VALUE;
        return from;
    }

    /**
     * The changed quarters, in order; forgets them. Quarters after the last evaluated one only if something happened in
     * them.
     */
    public BitSet drain(int lastEvaluatedQuarter) {
        BitSet drained = (BitSet) quarters.clone();
        if (openFrom <= lastEvaluatedQuarter) {
            drained.set(openFrom, lastEvaluatedQuarter + 1);
        }
        quarters.clear();
        openFrom = Integer.MAX_VALUE;
        return drained;
    }
}
