package dev.footfall.drivers.ieee802;

/**
 * The information elements of a frame, walked once. An element that runs past the end ends the walk: what captures cut off
 * must not become a feature of the phone.
 */
final class Elements {
    static final int SSID = 0;
    static final int RATES = 1;
    static final int DS = 3;
    static final int HT_CAPABILITIES = 45;
    static final int EXTENDED_RATES = 50;
    static final int EXTENDED_CAPABILITIES = 127;
    static final int VHT_CAPABILITIES = 191;
    static final int VENDOR = 221;
    static final int EXTENSION = 255;
    static final int EXTENSION_HE_CAPABILITIES = 35;
    private static final int SSID_LIST = 84;
    private static final int INTERWORKING = 107;
    private static final int MESH_NAME = 114;
    private static final int EXTENSION_FILS = 2;
    private static final int EXTENSION_MULTI_LINK = 107;

    private static final int VENDOR_HEAD = 4;
    private static final int WPS = 0x0050f204;
    private static final int P2P = 0x506f9a09;

    private final Fingerprint fingerprint = new Fingerprint();
    private int channel;

    private Elements() {}

    /** Walks the elements in {@code bytes[from, end)}. */
    static Elements read(byte[] bytes, int from, int end) {
        Elements elements = new Elements();
        int at = from;
        while (at + 2 <= end) {
            int body = at + 2;
            int next = body + (bytes[at + 1] & 0xff);
            if (next > end) {
                break;
            }
            elements.take(bytes[at] & 0xff, bytes, body, next);
            at = next;
        }
        return elements;
    }

    /** See {@link Fingerprint}; 0 without any element that tells radios apart. */
    long fingerprint() {
        return fingerprint.value();
    }

    /** The channel that the sender names, 0 if it names none. */
    int channel() {
        return channel;
    }

    private void take(int id, byte[] bytes, int from, int end) {
        if (id == SSID) {
            return;
        }
        if (id == DS) {
            channel = end > from ? bytes[from] & 0xff : 0;
            return;
        }
        int kept = kept(id, bytes, from, end);
        int kind = id == EXTENSION && end > from ? bytes[from] & 0xff : 0;
        if (id != VENDOR) {
            fingerprint.listed(id == EXTENSION ? EXTENSION << 8 | kind : id, kept - from);
        }
        int field = id == EXTENSION && kind == EXTENSION_HE_CAPABILITIES ? Fingerprint.HE : Fingerprint.fieldOf(id);
        if (field >= 0) {
            fingerprint.field(field, bytes, from, kept);
        }
    }

    /**
     * Where the part of an element ends that describes a model and not a single device, its owner or the networks it knows.
     * Names of networks, serial numbers, addresses and device names come after it.
     */
    static int kept(int id, byte[] bytes, int from, int end) {
        return switch (id) {
            case SSID, SSID_LIST, MESH_NAME -> from;
            case INTERWORKING -> Math.min(end, from + 1);
            case VENDOR -> isSetup(bytes, from, end) ? from + VENDOR_HEAD : end;
            case EXTENSION -> isPersonal(bytes, from, end) ? from + 1 : end;
            default -> end;
        };
    }

    private static boolean isSetup(byte[] bytes, int from, int end) {
        if (end - from < VENDOR_HEAD) {
            return false;
        }
        int head = (bytes[from] & 0xff) << 24
                | (bytes[from + 1] & 0xff) << 16
                | (bytes[from + 2] & 0xff) << 8
                | (bytes[from + 3] & 0xff);
        return head == WPS || head == P2P;
    }

    private static boolean isPersonal(byte[] bytes, int from, int end) {
        int kind = end > from ? bytes[from] & 0xff : 0;
        return kind == EXTENSION_MULTI_LINK || kind == EXTENSION_FILS;
    }
}
