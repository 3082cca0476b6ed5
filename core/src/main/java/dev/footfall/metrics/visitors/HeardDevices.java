package dev.footfall.metrics.visitors;

import java.util.Arrays;
import java.util.List;

/**
 * Which device was heard in which five minutes, how loud at most. The order in which it is told does not matter. What is
 * counted from it is kept up as it is told: nothing walks all devices. About 40 bytes a device and 7 a five minutes of it;
 * devices beyond the first {@value #MOST} of a day are not kept apart.
 */
public final class HeardDevices {
    /** So many devices of a day are kept apart. */
    public static final int MOST = 1 << 20;

    /** A device silent for longer than so many bins (20 minutes) has left. */
    public static final int SILENCE = 4;

    /** So many bins are eight hours. */
    private static final int STAY_CAP = 96;

    /** So many bins are an hour. */
    private static final int CLOSED_CAP = 12;

    private static final int NONE = -1;
    private static final int BINS_AT_FIRST = 512;

    private final boolean[] closed;
    private final List<Tally> tallies;
    private final short[] heardBins = new short[BINS_AT_FIRST];
    private final byte[] heardRssi = new byte[BINS_AT_FIRST];

    /** By place the key, and one more than the place of its newest hearing; 0 if the place is free. */
    private long[] table = new long[2 * 1024];

    private int[] older = new int[1024];
    private short[] bins = new short[1024];
    private byte[] loudest = new byte[1024];
    private int devices;
    private int hearings;
    private int ofTheHouse;
    private boolean overflowing;

    /** Counts something over the devices that do not belong to the house. */
    @FunctionalInterface
    public interface Tally {
        /**
         * Counts a device, or takes back what it counted of it before more was heard of it.
         *
         * @param bins in which it was heard, ascending; used again for the next
         * @param rssi how loud in each, dBm
         * @param sign 1 to count, −1 to take back
         */
        void device(boolean randomised, short[] bins, byte[] rssi, int count, int sign);
    }

    /** @param closed bins in which the store is closed throughout */
    public HeardDevices(boolean[] closed, Tally... tallies) {
        this.closed = closed.clone();
        this.tallies = List.of(tallies);
    }

    /** A device was heard in a bin. */
    public void add(long hash, boolean randomised, int bin, int rssi) {
        int place = placeOf(hash & ~1L | (randomised ? 1 : 0));
        if (place < 0) {
            overflowing = true;
            return;
        }
        int after = NONE;
        int at = newest(place);
        while (at != NONE && bins[at] > bin) {
            after = at;
            at = older[at];
        }
        boolean known = at != NONE && bins[at] == bin;
        if (known && rssi <= loudest[at]) {
            return;
        }
        tell(place, -1);
        if (known) {
            loudest[at] = (byte) rssi;
        } else {
            link(place, after, append(bin, rssi, at));
        }
        tell(place, 1);
    }

    private void link(int place, int after, int added) {
        if (after == NONE) {
            table[place + 1] = added + 1L;
        } else {
            older[after] = added;
        }
    }

    private void tell(int place, int sign) {
        int count = 0;
        for (int i = newest(place); i != NONE; i = older[i]) {
            count++;
        }
        if (count == 0) {
            return;
        }
        int to = count;
        for (int i = newest(place); i != NONE; i = older[i]) {
            heardBins[--to] = bins[i];
            heardRssi[to] = loudest[i];
        }
        if (isOfTheHouse(count)) {
            ofTheHouse += sign;
        } else {
            boolean randomised = (table[place] & 1) != 0;
            for (Tally tally : tallies) {
                tally.device(randomised, heardBins, heardRssi, count, sign);
            }
        }
    }

    /** A device belongs to the house if it stays for eight hours, or is heard for an hour of closed time. */
    private boolean isOfTheHouse(int count) {
        int atClosed = 0;
        int begun = heardBins[0];
        for (int i = 0; i < count; i++) {
            atClosed += closed[heardBins[i]] ? 1 : 0;
            if (i > 0 && heardBins[i] - heardBins[i - 1] > SILENCE) {
                begun = heardBins[i];
            }
            if (heardBins[i] - begun >= STAY_CAP || atClosed >= CLOSED_CAP) {
                return true;
            }
        }
        return false;
    }

    /** Devices that belong to the house and are not counted. */
    public int ofTheHouse() {
        return ofTheHouse;
    }

    /** More devices came than are kept apart. */
    public boolean isOverflowing() {
        return overflowing;
    }

    private int newest(int place) {
        return (int) table[place + 1] - 1;
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

    private int placeOf(long key) {
        int place = find(key);
        if (table[place + 1] != 0) {
            return place;
        }
        if (devices == MOST) {
            return NONE;
        }
        devices++;
        if (devices * 4 > table.length) {
            grow();
            place = find(key);
        }
        table[place] = key;
        return place;
    }

    private int find(long key) {
        int mask = table.length - 1;
        int place = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) << 1 & mask;
        while (table[place + 1] != 0 && table[place] != key) {
            place = place + 2 & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int place = find(old[i]);
                table[place] = old[i];
                table[place + 1] = old[i + 1];
            }
        }
    }
}
