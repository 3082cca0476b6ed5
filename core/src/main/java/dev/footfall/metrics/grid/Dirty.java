package dev.footfall.metrics.grid;

import java.util.BitSet;

/** Remembers which quarters of a day an addition may have changed, and the first second that anything is about. */
public final class Dirty {
    /** Stands for "no second". */
    public static final int NONE = Integer.MAX_VALUE;

    private final BitSet happened = new BitSet(128);
    private final BitSet echoes = new BitSet(128);
    private int first = NONE;
    private int openFrom = NONE;
    private int flowsFrom = NONE;

    /** People were added or taken back in this second, which changes occupancy ever after. */
    public void flow(int second) {
        flowsFrom = Math.min(flowsFrom, second);
        from(second);
    }

    /** Something changed in this second and holds into the seconds after it. */
    public void from(int second) {
        within(second, second);
        ever(second);
    }

    /** Something known before, or of the day before, counts differently from this second on. */
    public void ever(int second) {
        openFrom = Math.min(openFrom, second / DaySeconds.QUARTER);
    }

    /** What counted so far is replaced by something else, from the day's beginning. */
    public void recount() {
        flowsFrom = 0;
        openFrom = 0;
    }

    /** Something happened within the seconds from first to last, both included. */
    public void within(int firstSecond, int lastSecond) {
        first = Math.min(first, firstSecond);
        happened.set(firstSecond / DaySeconds.QUARTER, lastSecond / DaySeconds.QUARTER + 1);
    }

    /** Something happened in a second and may matter until another, though nothing happens there. */
    public void echo(int second, int lastSecond) {
        within(second, second);
        echoes.set(second / DaySeconds.QUARTER, lastSecond / DaySeconds.QUARTER + 1);
    }

    /** What was told of the seconds from first to last may read differently now, though nothing happened in them. */
    public void again(int firstSecond, int lastSecond) {
        echoes.set(firstSecond / DaySeconds.QUARTER, lastSecond / DaySeconds.QUARTER + 1);
    }

    /** The first second in which anything happened that day, {@link #NONE} if nothing did. */
    public int first() {
        return first;
    }

    /** The second from which on flows have changed since the last call, {@link #NONE} if they have not. */
    public int takeFlowsFrom() {
        int from = flowsFrom;
        flowsFrom = NONE;
        return from;
    }

    /**
     * The changed quarters, in order; forgets them. Quarters after the last evaluated one only if something happened in
     * them.
     */
    public BitSet drain(int lastEvaluatedQuarter) {
        BitSet drained = (BitSet) happened.clone();
        echoes.clear(lastEvaluatedQuarter + 1, Math.max(lastEvaluatedQuarter + 1, echoes.length()));
        drained.or(echoes);
        if (openFrom <= lastEvaluatedQuarter) {
            drained.set(openFrom, lastEvaluatedQuarter + 1);
        }
        happened.clear();
        echoes.clear();
        openFrom = NONE;
        return drained;
    }
}
