package dev.footfall.metrics.grid;

import java.util.Arrays;

/**
 * A level that holds until the next reading: people in a zone, cars in a car park. Readings may come in any order; of
 * several within one second the latest is kept, which bounds the memory.
 */
public final class LevelStream {
    private long[] at = new long[8];
    private int[] level = new int[8];
    private int size;

    /** Sees one stretch of constant level. */
    @FunctionalInterface
    public interface Stretch {
        void level(long fromMillis, long toMillis, int level);
    }

    /** Adds a reading, in the day's milliseconds; negative times are carried over from the day before. */
    public void add(long millis, int value) {
        int place = size == 0 || at[size - 1] < millis ? size : firstFrom(millis);
        long second = Math.floorDiv(millis, 1000L);
        if (place < size && Math.floorDiv(at[place], 1000L) == second) {
            if (at[place] == millis) {
                level[place] = Math.max(level[place], value);
            }
            return;
        }
        if (place > 0 && Math.floorDiv(at[place - 1], 1000L) == second) {
            at[place - 1] = millis;
            level[place - 1] = value;
            return;
        }
        insert(place, millis, value);
    }

    private void insert(int place, long millis, int value) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            level = Arrays.copyOf(level, size * 2);
        }
        System.arraycopy(at, place, at, place + 1, size - place);
        System.arraycopy(level, place, level, place + 1, size - place);
        at[place] = millis;
        level[place] = value;
        size++;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Number of the last reading before the moment, −1 if there is none. */
    public int lastBefore(long millis) {
        return firstFrom(millis) - 1;
    }

    /** Number of the first reading at or after the moment; their number if there is none. */
    public int firstAt(long millis) {
        return firstFrom(millis);
    }

    public int size() {
        return size;
    }

    public long millis(int reading) {
        return at[reading];
    }

    public int level(int reading) {
        return level[reading];
    }

    /** Shows every stretch of known level within [from, to) in order. */
    public void walk(long fromMillis, long toMillis, Stretch stretch) {
        int index = Math.max(0, firstFrom(fromMillis + 1) - 1);
        for (; index < size && at[index] < toMillis; index++) {
            long start = Math.max(fromMillis, at[index]);
            long end = index + 1 < size ? Math.min(toMillis, at[index + 1]) : toMillis;
            if (end > start) {
                stretch.level(start, end, level[index]);
            }
        }
    }

    /** Sum of the upward steps at readings within [from, to); a first reading steps up from 0. */
    public long stepsUp(long fromMillis, long toMillis) {
        long total = 0;
        for (int index = firstFrom(fromMillis); index < size && at[index] < toMillis; index++) {
            total += Math.max(0, level[index] - (index == 0 ? 0 : level[index - 1]));
        }
        return total;
    }

    /** Sum of the downward steps at readings within [from, to). */
    public long stepsDown(long fromMillis, long toMillis) {
        long total = 0;
        for (int index = Math.max(1, firstFrom(fromMillis)); index < size && at[index] < toMillis; index++) {
            total += Math.max(0, level[index - 1] - level[index]);
        }
        return total;
    }

    /** Index of the first reading at or after the moment. */
    private int firstFrom(long millis) {
        int found = Arrays.binarySearch(at, 0, size, millis);
        return found >= 0 ? found : -found - 1;
    }
}
