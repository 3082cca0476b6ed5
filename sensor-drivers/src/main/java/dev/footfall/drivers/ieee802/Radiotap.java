package dev.footfall.drivers.ieee802;

import dev.footfall.observation.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The radiotap header that capture tools put before a frame: how it was received.
 *
 * @param length bytes of the header; the frame follows
 * @param rssi signal in dBm, {@link Fact.Sighting#NO_RSSI} if the header does not say
 * @param frequency of the channel in MHz, 0 if the header does not say
 * @param checksumAtEnd true if the frame ends with its four-byte checksum
 * @param damaged true if the receiver found that checksum wrong
 */
record Radiotap(int length, int rssi, int frequency, boolean checksumAtEnd, boolean damaged) {
    private static final int FIXED = 8;
    private static final int FLAGS = 1;
    private static final int CHANNEL = 3;
    private static final int SIGNAL_DBM = 5;
    private static final int FLAG_CHECKSUM_AT_END = 0x10;
    private static final int FLAG_BAD_CHECKSUM = 0x40;

    /** Sizes of the fields up to the signal, in the order of their presence bits; each is aligned to {@link #ALIGNED}. */
    private static final int[] SIZES = {8, 1, 1, 4, 2, 1};

    private static final int[] ALIGNED = {8, 1, 1, 2, 1, 1};

    /**
     * The header at the start of these bytes, null if there is none. An association request also starts with two zero
     * bytes, so the header must end where a frame can begin.
     */
    static @Nullable Radiotap of(byte[] bytes) {
        Radiotap header = always(bytes);
        return header != null && header.length < bytes.length && (bytes[header.length] & 0x03) == 0 ? header : null;
    }

    /** The header of bytes that are known to have one, null if it is broken. */
    static @Nullable Radiotap always(byte[] bytes) {
        if (bytes.length < FIXED || bytes[0] != 0 || bytes[1] != 0) {
            return null;
        }
        int length = little16(bytes, 2);
        return length >= FIXED && length <= bytes.length ? read(bytes, length) : null;
    }

    private static Radiotap read(byte[] bytes, int length) {
        int present = bytes[4] & 0xff;
        int at = 4;
        while (at + 8 <= length && (bytes[at + 3] & 0x80) != 0) {
            at += 4;
        }
        at += 4;
        int flags = 0;
        int frequency = 0;
        int rssi = Fact.Sighting.NO_RSSI;
        for (int field = 0; field < SIZES.length; field++) {
            if ((present & 1 << field) == 0) {
                continue;
            }
            int start = (at + ALIGNED[field] - 1) / ALIGNED[field] * ALIGNED[field];
            at = start + SIZES[field];
            if (at > length) {
                break;
            }
            switch (field) {
                case FLAGS -> flags = bytes[start];
                case CHANNEL -> frequency = little16(bytes, start);
                case SIGNAL_DBM -> rssi = Math.max(bytes[start], -127);
                default -> {}
            }
        }
        return new Radiotap(
                length, rssi, frequency, (flags & FLAG_CHECKSUM_AT_END) != 0, (flags & FLAG_BAD_CHECKSUM) != 0);
    }

    private static int little16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }
}
