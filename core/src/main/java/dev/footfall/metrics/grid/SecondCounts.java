package dev.footfall.metrics.grid;

import org.jspecify.annotations.Nullable;

/**
 * A small number for each of the 900 seconds of a quarter: one byte a second until a second holds more than a byte can,
 * then four. A day of a busy door takes 180 kB instead of 700.
 */
public final class SecondCounts {
    /** More than this in one second is no people; the limit keeps sums within their types. */
    private static final int MOST = 1_000_000;

    private final byte[] few = new byte[DaySeconds.QUARTER];
    private int @Nullable [] many;
    private long sum;

    /** Adds to one second of the quarter; a negative amount takes back what was added before. */
    public void add(int offset, int amount) {
        int before = get(offset);
        int after = (int) Math.max(-MOST, Math.min(MOST, (long) before + amount));
        sum += after - before;
        if (many == null && after == (byte) after) {
            few[offset] = (byte) after;
        } else {
            wide()[offset] = after;
        }
    }

    private int[] wide() {
        int[] wide = many;
        if (wide == null) {
            wide = new int[DaySeconds.QUARTER];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = few[i];
            }
            many = wide;
        }
        return wide;
    }

    public int get(int offset) {
        int[] wide = many;
        return wide == null ? few[offset] : wide[offset];
    }

    /** The sum over the quarter. */
    public long sum() {
        return sum;
    }

    /** The sum over the seconds [from, to) of the quarter. */
    public long sum(int from, int to) {
        long total = 0;
        for (int i = from; i < to; i++) {
            total += get(i);
        }
        return total;
    }

    /** Adds every second, times a weight, to an array of 900. */
    public void addTo(int[] seconds, int weight) {
        int[] wide = many;
        if (wide == null) {
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] += weight * few[i];
            }
        } else {
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] += weight * wide[i];
            }
        }
    }
}
