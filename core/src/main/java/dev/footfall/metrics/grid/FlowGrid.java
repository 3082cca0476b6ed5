package dev.footfall.metrics.grid;

import org.jspecify.annotations.Nullable;

/**
 * People in and out per second of a day, in chunks of a quarter that exist only where something happened. Adding is
 * commutative, so arrival order does not matter, and memory is bounded however many people pass.
 */
public final class FlowGrid {

    private static final class Chunk {
        final SecondCounts in = new SecondCounts();
        final SecondCounts out = new SecondCounts();
    }

    private final DaySeconds day;
    private final @Nullable Chunk[] chunks;

    public FlowGrid(DaySeconds day) {
        this.day = day;
        this.chunks = new Chunk[day.quarters()];
    }

    /** Adds to one second; negative amounts take back what was added before. */
    public void add(int second, int in, int out) {
        if (in == 0 && out == 0) {
            return;
        }
        Chunk chunk = chunk(second / DaySeconds.QUARTER);
        int offset = second % DaySeconds.QUARTER;
        if (in != 0) {
            chunk.in.add(offset, in);
        }
        if (out != 0) {
            chunk.out.add(offset, out);
        }
    }

    /**
     * Spreads counts evenly over a span, in whole people: each lands in the second in which its running share
     * completes. The part of the span outside the day is cut off first, so no one is lost.
     *
     * @param fromMillis start of the span, in the day's milliseconds
     * @param toMillis its end
     * @param sign 1 to add, −1 to take the very same spread back
     */
    public void spread(long fromMillis, long toMillis, int in, int out, int sign) {
        long from = Math.max(fromMillis, day.first() * 1000L);
        long to = Math.min(toMillis, day.end() * 1000L);
        if (to <= from || day.secondOf(from) == day.secondOf(to - 1)) {
            add(day.secondOf(to - 1), sign * in, sign * out);
            return;
        }
        spreadOne(from, to, in, sign, 0);
        spreadOne(from, to, out, 0, sign);
    }

    private void spreadOne(long from, long to, int count, int inSign, int outSign) {
        long span = to - from;
        if (count <= span / 1000) {
            for (long unit = 1; unit <= count; unit++) {
                int second = day.secondOf(from + (unit * span + count - 1) / count - 1);
                add(second, inSign, outSign);
            }
            return;
        }
        long landed = 0;
        for (int second = day.secondOf(from); second * 1000L < to; second++) {
            long share = count * (Math.min(to, (second + 1) * 1000L) - from) / span;
            int units = (int) (share - landed);
            add(second, inSign * units, outSign * units);
            landed = share;
        }
    }

    /** People in during the seconds [from, to). */
    public long in(int from, int to) {
        return sum(from, to, true);
    }

    /** People out during the seconds [from, to). */
    public long out(int from, int to) {
        return sum(from, to, false);
    }

    private long sum(int from, int to, boolean in) {
        long total = 0;
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            Chunk chunk = chunks[quarter];
            if (chunk == null) {
                continue;
            }
            SecondCounts counts = in ? chunk.in : chunk.out;
            int start = quarter * DaySeconds.QUARTER;
            boolean whole = from <= start && to >= start + DaySeconds.QUARTER;
            total += whole
                    ? counts.sum()
                    : counts.sum(Math.max(0, from - start), Math.min(DaySeconds.QUARTER, to - start));
        }
        return total;
    }

    /** Adds the quarter's seconds, times a weight, to the arrays of 900; false if the quarter is empty. */
    public boolean addQuarter(int quarter, int weight, int[] in, int[] out) {
        Chunk chunk = chunks[quarter];
        if (chunk == null) {
            return false;
        }
        chunk.in.addTo(in, weight);
        chunk.out.addTo(out, weight);
        return true;
    }

    private Chunk chunk(int quarter) {
        Chunk chunk = chunks[quarter];
        if (chunk == null) {
            chunk = new Chunk();
            chunks[quarter] = chunk;
        }
        return chunk;
    }
}
