package dev.footfall.drivers.ieee802;

/**
 * What kind of radio sends, in 64 bits: eight fields of eight bits, each the hash of one kind of element, 0 where the frame
 * has none. Elements differ a little between channels and directions of one phone, so two fingerprints are compared field
 * by field ({@link #equalFields}) and not as a whole. A field holds too little to single out one device.
 *
 * <p>From the lowest byte: HT capabilities, extended capabilities, vendor elements, rates, extended rates, VHT
 * capabilities, HE capabilities, and the list of all elements with their lengths. The network's name and the channel take
 * no part.
 */
public final class Fingerprint {
    static final int VENDOR = 2;
    static final int HE = 6;
    private static final int LIST = 7;
    private static final int FIELDS = 8;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] hashes = new long[FIELDS];

    Fingerprint() {}

    /** How many of the eight fields agree; a field that both lack agrees. */
    public static int equalFields(long one, long other) {
        long different = one ^ other;
        int equal = 0;
        for (int i = 0; i < FIELDS; i++) {
            equal += (different >>> 8 * i & 0xff) == 0 ? 1 : 0;
        }
        return equal;
    }

    /** The field of an element's body, −1 if it has none of its own. */
    static int fieldOf(int id) {
        return switch (id) {
            case Elements.HT_CAPABILITIES -> 0;
            case Elements.EXTENDED_CAPABILITIES -> 1;
            case Elements.VENDOR -> VENDOR;
            case Elements.RATES -> 3;
            case Elements.EXTENDED_RATES -> 4;
            case Elements.VHT_CAPABILITIES -> 5;
            default -> -1;
        };
    }

    /** Adds a body to a field; bodies of one kind follow each other. */
    void field(int field, byte[] bytes, int from, int end) {
        long hash = begun(field);
        for (int i = from; i < end; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        hashes[field] = (hash ^ (end - from)) * FNV_PRIME;
    }

    /** Adds an element to the list of what is there. */
    void listed(int id, int length) {
        hashes[LIST] = ((begun(LIST) ^ id) * FNV_PRIME ^ length) * FNV_PRIME;
    }

    long value() {
        long value = 0;
        for (int i = 0; i < FIELDS; i++) {
            value |= folded(hashes[i]) << 8 * i;
        }
        return value;
    }

    private long begun(int field) {
        return hashes[field] == 0 ? FNV_OFFSET : hashes[field];
    }

    /** 1 to 255 for a field that is there. */
    private static long folded(long hash) {
        return hash == 0 ? 0 : 1 + Long.remainderUnsigned(hash ^ hash >>> 29, 255);
    }
}
