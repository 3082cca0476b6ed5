package dev.footfall.drivers.ieee802;

/** The radiotap header that capture tools put before a frame: only what is needed to find the frame in it. */
final class Radiotap {
    private static final int FIXED = 8;
    private static final int HAS_TSFT = 1;
    private static final int HAS_FLAGS = 2;
    private static final int FLAG_CHECKSUM_AT_END = 0x10;

    private Radiotap() {}

    /**
     * Length of the header, 0 if there is none. An association request also starts with two zero bytes, so the header must
     * end where a management frame can begin.
     */
    static int length(byte[] bytes) {
        if (bytes.length < FIXED || bytes[0] != 0 || bytes[1] != 0) {
            return 0;
        }
        int length = (bytes[2] & 0xff) | (bytes[3] & 0xff) << 8;
        boolean frameFollows = length >= FIXED && length < bytes.length && (bytes[length] & 0x0f) == 0;
        return frameFollows ? length : 0;
    }

    /** True if the frame after this header ends with its four-byte checksum. Only for bytes with a header. */
    static boolean hasChecksum(byte[] bytes) {
        int length = length(bytes);
        int present = bytes[4];
        int at = 4;
        while (at + 8 <= length && (bytes[at + 3] & 0x80) != 0) {
            at += 4;
        }
        at += 4;
        if ((present & HAS_TSFT) != 0) {
            at = (at + 7) / 8 * 8 + 8;
        }
        return (present & HAS_FLAGS) != 0 && at < length && (bytes[at] & FLAG_CHECKSUM_AT_END) != 0;
    }
}
