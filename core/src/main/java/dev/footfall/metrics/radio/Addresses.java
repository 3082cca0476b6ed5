package dev.footfall.metrics.radio;

import java.util.function.IntPredicate;

/**
 * What is known of the addresses of one day: by pseudonym the device, and when it was first and last heard. Open addressing
 * over one array, 24 bytes a place that lie together. Before the table grows over a million, changing addresses that fell
 * silent are forgotten, for a phone does not take them up again, and if that is not enough, lasting ones too: at most
 * {@value #MOST} are known at once.
 */
final class Addresses {
    static final int MOST = 1 << 20;
    private static final int FIRST_PLACES = 1 << 10;
    private static final int FORGET_SILENT_MILLIS = 1_800_000;
    private static final int FORGET_EVERY_MILLIS = 60_000;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final int KEY = 0;
    private static final int DEVICE_AND_FIRST = 1;
    private static final int LAST_AND_LASTING = 2;
    private static final int STRIDE = 3;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private long[] table;
    private int places;
    private int size;
    private int forgot = NEVER;

    Addresses() {
        this(FIRST_PLACES);
    }

    private Addresses(int places) {
        this.table = new long[places * STRIDE];
        this.places = places;
    }

    /**
     * The place of an address, new with device −1 if it was not known. Valid until the next call.
     *
     * @return −1 if as many as can be known were heard within the last half hour
     */
    int place(long address, boolean lasting, int millis) {
        long key = address == 0 ? 1 : address;
        int at = find(key);
        if (table[at] == key) {
            return at;
        }
        if (size >= places / 2) {
            if (places < 2 * MOST) {
                rebuild(places * 2, any -> true);
            } else if (!forget(millis)) {
                return -1;
            }
            at = find(key);
        }
        table[at + KEY] = key;
        table[at + DEVICE_AND_FIRST] = -1L << 32 | millis & 0xffff_ffffL;
        table[at + LAST_AND_LASTING] = (long) NEVER << 1 | (lasting ? 1 : 0);
        size++;
        return at;
    }

    private int find(long key) {
        int mask = places - 1;
        int place = (int) (key * MIX >>> 32) & mask;
        while (table[place * STRIDE] != 0 && table[place * STRIDE] != key) {
            place = place + 1 & mask;
        }
        return place * STRIDE;
    }

    /** Makes room if there is some to be made; looks once a minute at most. */
    private boolean forget(int now) {
        if (now - forgot >= FORGET_EVERY_MILLIS) {
            forgot = now;
            if (!keepOnly(at -> isLasting(at) || isLate(at, now))) {
                keepOnly(at -> isLate(at, now));
            }
        }
        return size < MOST;
    }

    /** @return false, and nothing is forgotten, if that would free too little to be worth it */
    private boolean keepOnly(IntPredicate keeps) {
        int kept = 0;
        for (int at = 0; at < table.length; at += STRIDE) {
            kept += table[at] != 0 && keeps.test(at) ? 1 : 0;
        }
        boolean worthIt = kept <= MOST - MOST / 8;
        if (worthIt) {
            rebuild(places, keeps);
        }
        return worthIt;
    }

    private void rebuild(int newPlaces, IntPredicate keeps) {
        long[] old = table;
        Addresses kept = new Addresses(newPlaces);
        for (int at = 0; at < old.length; at += STRIDE) {
            if (old[at] != 0 && keeps.test(at)) {
                System.arraycopy(old, at, kept.table, kept.find(old[at]), STRIDE);
                kept.size++;
            }
        }
        table = kept.table;
        places = kept.places;
        size = kept.size;
    }

    private boolean isLasting(int at) {
        return (table[at + LAST_AND_LASTING] & 1) != 0;
    }

    private boolean isLate(int at, int now) {
        return now - last(at) <= FORGET_SILENT_MILLIS;
    }

    int device(int at) {
        return (int) (table[at + DEVICE_AND_FIRST] >> 32);
    }

    void device(int at, int device) {
        table[at + DEVICE_AND_FIRST] = (long) device << 32 | table[at + DEVICE_AND_FIRST] & 0xffff_ffffL;
    }

    int first(int at) {
        return (int) table[at + DEVICE_AND_FIRST];
    }

    int last(int at) {
        return (int) (table[at + LAST_AND_LASTING] >> 1);
    }

    void heard(int at, int millis) {
        if (millis > last(at)) {
            table[at + LAST_AND_LASTING] = (long) millis << 1 | table[at + LAST_AND_LASTING] & 1;
        }
    }

    int size() {
        return size;
    }
}
