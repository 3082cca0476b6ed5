package dev.footfall.metrics.radio;

/**
 * What is known of the addresses of one day: by pseudonym the device, and when it was first and last heard. Open
 * addressing over plain arrays, 21 bytes a place. Changing addresses that fell silent are forgotten before the table grows
 * over a million: a phone does not take them up again.
 */
final class Addresses {
    private static final int FIRST_PLACES = 1 << 10;
    private static final int FORGET_FROM = 1 << 20;
    private static final int FORGET_SILENT_MILLIS = 1_800_000;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] keys = new long[FIRST_PLACES];
    private int[] devices = new int[FIRST_PLACES];
    private int[] first = new int[FIRST_PLACES];
    private int[] last = new int[FIRST_PLACES];
    private boolean[] stays = new boolean[FIRST_PLACES];
    private int size;

    /** The place of an address, new with device −1 if it was not known. Valid until the next call. */
    int place(long address, boolean lasting, int millis) {
        long key = address == 0 ? 1 : address;
        int at = find(key);
        if (keys[at] == key) {
            return at;
        }
        if (size >= keys.length / 2) {
            rebuild(millis);
            at = find(key);
        }
        keys[at] = key;
        devices[at] = -1;
        first[at] = millis;
        last[at] = Integer.MIN_VALUE / 2;
        stays[at] = lasting;
        size++;
        return at;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = (int) (key * MIX >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void rebuild(int now) {
        Addresses kept = new Addresses();
        int places = keys.length;
        boolean forget = size >= FORGET_FROM;
        int staying = forget ? staying(now) : size;
        while (staying >= places / 4) {
            places *= 2;
        }
        kept.keys = new long[places];
        kept.devices = new int[places];
        kept.first = new int[places];
        kept.last = new int[places];
        kept.stays = new boolean[places];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && (!forget || stays(i, now))) {
                int at = kept.find(keys[i]);
                kept.keys[at] = keys[i];
                kept.devices[at] = devices[i];
                kept.first[at] = first[i];
                kept.last[at] = last[i];
                kept.stays[at] = stays[i];
                kept.size++;
            }
        }
        keys = kept.keys;
        devices = kept.devices;
        first = kept.first;
        last = kept.last;
        stays = kept.stays;
        size = kept.size;
    }

    private int staying(int now) {
        int staying = 0;
        for (int i = 0; i < keys.length; i++) {
            staying += keys[i] != 0 && stays(i, now) ? 1 : 0;
        }
        return staying;
    }

    private boolean stays(int at, int now) {
        return stays[at] || now - last[at] <= FORGET_SILENT_MILLIS;
    }

    int device(int at) {
        return devices[at];
    }

    void device(int at, int device) {
        devices[at] = device;
    }

    int first(int at) {
        return first[at];
    }

    int last(int at) {
        return last[at];
    }

    void heard(int at, int millis) {
        last[at] = Math.max(last[at], millis);
    }

    int size() {
        return size;
    }
}
