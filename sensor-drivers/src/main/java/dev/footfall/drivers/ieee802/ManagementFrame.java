package dev.footfall.drivers.ieee802;

/**
 * The fingerprint of an 802.11 management frame: what kind of radio sent it, whatever address it claims. Bytes may come
 * with or without a radiotap header.
 */
public final class ManagementFrame {
    private static final int HEADER = 24;
    private static final int ID_SSID = 0;
    private static final int ID_DS = 3;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ManagementFrame() {}

    /**
     * A hash of the information elements in their order, without the network name and the channel, which change while the
     * radio stays the same. 0 if the bytes are no management frame or it has no such elements.
     */
    public static long fingerprint(byte[] bytes) {
        int start = Radiotap.length(bytes);
        int end = bytes.length - (start > 0 && Radiotap.hasChecksum(bytes) ? 4 : 0);
        if (end - start < HEADER || (bytes[start] & 0x0f) != 0) {
            return 0;
        }
        return elements(bytes, start + HEADER + fixedPart(bytes, start), end);
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

    private static long elements(byte[] bytes, int from, int end) {
        long hash = FNV_OFFSET;
        boolean any = false;
        int at = from;
        while (at + 2 <= end) {
            int id = bytes[at] & 0xff;
            int next = at + 2 + (bytes[at + 1] & 0xff);
            if (next > end) {
                break;
            }
            if (id != ID_SSID && id != ID_DS) {
                any = true;
                for (int i = at; i < next; i++) {
                    hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
                }
            }
            at = next;
        }
        return any ? nonZero(hash) : 0;
    }

    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
