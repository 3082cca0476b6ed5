package dev.footfall.drivers.ieee802;

import org.jspecify.annotations.Nullable;

/**
 * An 802.11 management frame, found in bytes that come with or without a radiotap header.
 *
 * @param bytes all of them; not copied
 * @param start where the frame begins
 * @param elements where its information elements begin; the end if they are cut off
 * @param end where it ends, its checksum left out
 * @param radio how it was received, null for a bare frame
 */
record ManagementFrame(
        byte[] bytes,
        int start,
        int elements,
        int end,
        @Nullable Radiotap radio) {
    static final int HEADER = 24;
    private static final int PROBE_REQUEST = 4;
    private static final int CHECKSUM = 4;

    /** The management frame in these bytes, null if there is none whole enough to have a sender. */
    static @Nullable ManagementFrame in(byte[] bytes) {
        return in(bytes, Radiotap.of(bytes));
    }

    static @Nullable ManagementFrame in(byte[] bytes, @Nullable Radiotap radio) {
        int start = radio == null ? 0 : radio.length();
        int end = bytes.length - (radio != null && radio.checksumAtEnd() ? CHECKSUM : 0);
        if (end - start < HEADER || (bytes[start] & 0x0f) != 0) {
            return null;
        }
        int elements = Math.min(end, start + HEADER + fixedPart(bytes, start));
        return new ManagementFrame(bytes, start, elements, end, radio);
    }

    int subtype() {
        return bytes[start] >> 4 & 0x0f;
    }

    boolean isProbeRequest() {
        return subtype() == PROBE_REQUEST;
    }

    /** The sender's address, twelve lower-case hex digits. */
    String transmitter() {
        return MacAddress.of(bytes, start + 10);
    }

    /** The number that the sender gives its frames, 0 to 4095. */
    int sequence() {
        return ((bytes[start + 22] & 0xff) | (bytes[start + 23] & 0xff) << 8) >> 4;
    }

    Elements readElements() {
        return Elements.read(bytes, elements, end);
    }

    /** Bytes between the header and the first element, by kind of frame, with the HT control field if it is there. */
    private static int fixedPart(byte[] bytes, int start) {
        int htControl = (bytes[start + 1] & 0x80) != 0 ? 4 : 0;
        int subtype = (bytes[start] >> 4) & 0x0f;
        return htControl
                + switch (subtype) {
                    case 0 -> 4; // association request: capabilities, listen interval
                    case 2 -> 10; // reassociation request: the same and the current AP
                    case 5, 8 -> 12; // probe response, beacon: timestamp, interval, capabilities
                    case 11 -> 6; // authentication: algorithm, sequence, status
                    default -> 0;
                };
    }
}
