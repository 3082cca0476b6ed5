package dev.footfall.drivers.ieee802;

/**
 * What kind of radio sends, in 64 bits: eight fields of eight bits, each the hash of one kind of element, 0 where the frame
 * has none. Phones change some of what they tell with the channel, the kind of scan and the power they save, so two
 * fingerprints are compared by field and not as a whole. A field holds too little to single out one device.
 *
 * <p>From the lowest byte: HT capabilities, extended capabilities, vendor elements, rates, extended rates, VHT
 * capabilities, HE capabilities, and which elements there are, with their lengths. Of HT, VHT and HE only
 * {@linkplain HardwareBits what the radio is} takes part; of which elements there are neither their order nor the vendors',
 * which come and go. The network's name and the channel take no part.
 */
public final class Fingerprint {
    private static final int HT = 0;
    static final int VENDOR = 2;
    private static final int VHT = 5;
    static final int HE = 6;
    private static final int LIST = 7;
    private static final int FIELDS = 8;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final byte[] WHOLE = {};

    /** By field, the bits that take part of each byte. */
    private static final byte[][] MASKS = {
        HardwareBits.ofHt(), WHOLE, WHOLE, WHOLE, WHOLE, HardwareBits.ofVht(), HardwareBits.ofHe()
    };

    private final long[] hashes = new long[FIELDS];

    Fingerprint() {}

    /** The field of an element's body, −1 if it has none of its own. */
    static int fieldOf(int id) {
        return switch (id) {
            case Elements.HT_CAPABILITIES -> HT;
            case Elements.EXTENDED_CAPABILITIES -> 1;
            case Elements.VENDOR -> VENDOR;
            case Elements.RATES -> 3;
            case Elements.EXTENDED_RATES -> 4;
            case Elements.VHT_CAPABILITIES -> VHT;
            default -> -1;
        };
    }

    /** Adds a body to a field; bodies of one kind follow each other. */
    void field(int field, byte[] bytes, int from, int end) {
        long hash = begun(field);
        byte[] mask = MASKS[field];
        int masked = Math.min(mask.length, end - from);
        for (int i = 0; i < masked; i++) {
            hash = (hash ^ (bytes[from + i] & mask[i] & 0xff)) * FNV_PRIME;
        }
        for (int i = from + masked; i < end; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        hashes[field] = (hash ^ (end - from)) * FNV_PRIME;
    }

    /** Adds an element to what is there, in whatever order. */
    void listed(int id, int length) {
        hashes[LIST] = begun(LIST) + ((FNV_OFFSET ^ id) * FNV_PRIME ^ length) * FNV_PRIME;
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
