package dev.footfall.gateway.admission;

/**
 * Remembers the newest quarter to half a million keys in fixed memory (8 MiB): two generations of an open-addressing
 * table; when the young one is half full it becomes the old one. For a store with 50 messages a second that is more than
 * an hour, for a redelivery after a reconnect ample.
 */
final class SeenKeys {
    private static final int SLOTS = 1 << 19;
    private static final int HALF = SLOTS / 2;

    private long[] young = new long[SLOTS];
    private long[] old = new long[SLOTS];
    private int size;

    /** @param key any value but 0, already well mixed */
    boolean contains(long key) {
        return in(young, key) || in(old, key);
    }

    /** @return true if the key was new */
    boolean add(long key) {
        if (contains(key)) {
            return false;
        }
        if (size >= HALF) {
            long[] emptied = old;
            old = young;
            java.util.Arrays.fill(emptied, 0);
            young = emptied;
            size = 0;
        }
        int slot = (int) key & (SLOTS - 1);
        while (young[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        young[slot] = key;
        size++;
        return true;
    }

    private static boolean in(long[] table, long key) {
        int slot = (int) key & (SLOTS - 1);
        while (table[slot] != 0) {
            if (table[slot] == key) {
                return true;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return false;
    }
}
