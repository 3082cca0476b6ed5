package dev.footfall.metrics.radio;

/**
 * The addresses that one receiver heard last of each device. A phone that has gone on to a new address does not take up the
 * old one within the same burst; so an address that returns while another of its device has begun is of a second radio.
 *
 * <p>A table of fixed size, in which devices can push each other out: what is lost then is at most a twin not noticed.
 */
final class Turns {
    private static final int DEVICES = 1 << 7;
    private static final int ADDRESSES = 4;

    private final int[] devices = new int[DEVICES];
    private final long[] addresses = new long[DEVICES * ADDRESSES];
    private final int[] began = new int[DEVICES * ADDRESSES];
    private final int[] last = new int[DEVICES * ADDRESSES];

    /**
     * Notes a frame. Frames that come late are not noted.
     *
     * @return when the address began its burst, if another address of the device has begun since it was last heard; else −1
     */
    int heard(int device, long address, int millis) {
        int row = row(device);
        if (devices[row] != device + 1) {
            devices[row] = device + 1;
            forget(row * ADDRESSES);
        }
        int first = row * ADDRESSES;
        if (millis < last[first]) {
            return -1;
        }
        if (addresses[first] == address && isGoingOn(first, millis)) {
            last[first] = millis;
            return -1;
        }
        for (int i = first + 1; i < first + ADDRESSES; i++) {
            if (addresses[i] == address && isGoingOn(i, millis)) {
                return began[i];
            }
        }
        note(first, address, millis);
        return -1;
    }

    /** True unless this receiver heard the device since then, as far as it remembers. */
    boolean isSilentSince(int device, int millis) {
        int row = row(device);
        return devices[row] != device + 1 || last[row * ADDRESSES] < millis;
    }

    private static int row(int device) {
        return device & DEVICES - 1;
    }

    private boolean isGoingOn(int i, int millis) {
        return millis - last[i] <= Devices.BURST_MILLIS;
    }

    private void note(int first, long address, int millis) {
        for (int i = first + ADDRESSES - 1; i > first; i--) {
            addresses[i] = addresses[i - 1];
            began[i] = began[i - 1];
            last[i] = last[i - 1];
        }
        addresses[first] = address;
        began[first] = millis;
        last[first] = millis;
    }

    private void forget(int first) {
        for (int i = first; i < first + ADDRESSES; i++) {
            addresses[i] = 0;
            last[i] = Integer.MIN_VALUE / 2;
        }
    }
}
