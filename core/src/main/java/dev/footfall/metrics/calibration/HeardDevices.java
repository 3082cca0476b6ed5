package dev.footfall.metrics.calibration;

import java.util.Arrays;

/**
 * Which device was heard in which five minutes, how loud at most. The order in which it is told does not matter. About 30
 * bytes a device and 7 a five minutes of it; devices beyond the first {@value #MOST} of a day are not kept apart.
 */
public final class HeardDevices {
    static final int MOST = 1 << 20;

    /** So many bins are eight hours. */
    private static final int STAY_CAP = 96;

    /** So many bins are an hour. */
    private static final int CLOSED_CAP = 12;

    private static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] newest = filled(1024);
    private int[] older = new int[1024];
    private short[] bins = new short[1024];
    private byte[] loudest = new byte[1024];
    private int devices;
    private int hearings;
    private boolean overflowing;

    /** Sees one device: in which bins it was heard, ascending, and how loud in each. */
    @FunctionalInterface
    public interface Visitor {
        void device(boolean randomised, short[] bins, byte[] rssi, int count);
    }

    /** @return false if it changes nothing: as loud was heard of the device in that bin before */
    boolean add(long hash, boolean randomised, int bin, int rssi) {
        int slot = slotOf(hash & ~1L | (randomised ? 1 : 0));
        if (slot < 0) {
            overflowing = true;
            return false;
        }
        int after = NONE;
        int at = newest[slot];
        while (at != NONE && bins[at] > bin) {
            after = at;
            at = older[at];
        }
        if (at != NONE && bins[at] == bin) {
            boolean louder = rssi > loudest[at];
            loudest[at] = (byte) Math.max(loudest[at], rssi);
            return louder;
        }
        int added = append(bin, rssi, at);
        if (after == NONE) {
            newest[slot] = added;
        } else {
            older[after] = added;
        }
        return true;
    }

    /** More devices came than are kept apart. */
    boolean isOverflowing() {
        return overflowing;
    }

    /** Shows every device, in no particular order; the arrays are used again for the next. */
    public void forEach(Visitor visitor) {
        short[] at = new short[512];
        byte[] rssi = new byte[512];
        for (int slot = 0; slot < keys.length; slot++) {
            int count = 0;
            for (int i = newest[slot]; i != NONE; i = older[i]) {
                count++;
            }
            int place = count;
            for (int i = newest[slot]; i != NONE; i = older[i]) {
                at[--place] = bins[i];
                rssi[place] = loudest[i];
            }
            if (count > 0) {
                visitor.device((keys[slot] & 1) != 0, at, rssi, count);
            }
        }
    }

    /**
     * Whether a device belongs to the house: it stays for eight hours, or is heard for an hour of closed time.
     *
     * @param closed bins in which the store is closed throughout
     */
    public static boolean isOfTheHouse(short[] bins, int count, boolean[] closed) {
        int atClosed = 0;
        int begun = bins[0];
        for (int i = 0; i < count; i++) {
            atClosed += closed[bins[i]] ? 1 : 0;
            if (i > 0 && bins[i] - bins[i - 1] > Features.SILENCE) {
                begun = bins[i];
            }
            if (bins[i] - begun >= STAY_CAP || atClosed >= CLOSED_CAP) {
                return true;
            }
        }
        return false;
    }

    private int append(int bin, int rssi, int before) {
        if (hearings == bins.length) {
            older = Arrays.copyOf(older, hearings * 2);
            bins = Arrays.copyOf(bins, hearings * 2);
            loudest = Arrays.copyOf(loudest, hearings * 2);
        }
        older[hearings] = before;
        bins[hearings] = (short) bin;
        loudest[hearings] = (byte) rssi;
        return hearings++;
    }

    private int slotOf(long key) {
        int slot = find(key);
        if (newest[slot] != NONE) {
            return slot;
        }
        if (devices == MOST) {
            return NONE;
        }
        devices++;
        if (devices * 2 > keys.length) {
            grow();
            slot = find(key);
        }
        keys[slot] = key;
        return slot;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
        while (newest[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNewest = newest;
        keys = new long[oldKeys.length * 2];
        newest = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNewest[i] != NONE) {
                int slot = find(oldKeys[i]);
                keys[slot] = oldKeys[i];
                newest[slot] = oldNewest[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
