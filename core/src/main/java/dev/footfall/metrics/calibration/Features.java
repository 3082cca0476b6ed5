package dev.footfall.metrics.calibration;

import dev.footfall.metrics.visitors.HeardDevices;

/**
 * What the regression sees of one day: per five minutes and gate of signal strength the distinct devices with true and with
 * made-up addresses, the visits under way of each, and the frames; square roots, averaged with the neighbouring bins. All sums are of halves, so what is taken back leaves no trace.
 */
final class Features implements HeardDevices.Tally {
    /** Length of a bin, seconds. */
    static final int BIN = 300;

    /** From where on a signal counts, dBm: four rings around the sensor. */
    static final int[] GATES = {-85, -75, -65, -55};

    /** Features of a bin. */
    static final int COUNT = 5 * GATES.length;

    /** The gate whose distinct devices make the ratio of people to devices. */
    private static final int RATIO_GATE = 1;

    private static final int VISITS = 2 * GATES.length;
    private static final int FRAMES = 4 * GATES.length;

    private final double[][] raw;

    Features(int bins) {
        this.raw = new double[bins][COUNT];
    }

    /** A frame was heard in a bin. */
    void frame(int bin, int rssi) {
        add(bin, FRAMES, rssi, 1);
    }

    /** Frames of a bin that were loud enough for any ring. */
    int frames(int bin) {
        return (int) raw[bin][FRAMES];
    }

    /** Distinct devices within the ring that the ratio is about. */
    double devices(int bin) {
        return raw[bin][RATIO_GATE] + raw[bin][GATES.length + RATIO_GATE];
    }

    /** What the regression sees of a bin; bins that are not known have no say. */
    double[] smoothed(int bin, boolean[] known) {
        double[] mean = new double[COUNT];
        int from = Math.max(0, bin - 1);
        int to = Math.min(raw.length - 1, bin + 1);
        int count = 0;
        for (int i = from; i <= to; i++) {
            if (known[i]) {
                count++;
                for (int j = 0; j < COUNT; j++) {
                    mean[j] += Math.sqrt(raw[i][j]);
                }
            }
        }
        for (int j = 0; count > 0 && j < COUNT; j++) {
            mean[j] /= count;
        }
        return mean;
    }

    @Override
    public void device(boolean randomised, short[] bins, byte[] rssi, int count, int sign) {
        int kind = randomised ? GATES.length : 0;
        int begun = 0;
        for (int i = 0; i < count; i++) {
            add(bins[i], kind, rssi[i], sign);
            if (i + 1 == count || bins[i + 1] - bins[i] > HeardDevices.SILENCE) {
                visit(VISITS + kind, bins, rssi, begun, i, sign);
                begun = i + 1;
            }
        }
    }

    /** Who is heard in one bin only passes by; a visit's first and last bin count half. */
    private void visit(int at, short[] bins, byte[] rssi, int first, int last, int sign) {
        if (first == last) {
            return;
        }
        int loudest = rssi[first];
        for (int i = first + 1; i <= last; i++) {
            loudest = Math.max(loudest, rssi[i]);
        }
        for (int bin = bins[first]; bin <= bins[last]; bin++) {
            add(bin, at, loudest, bin == bins[first] || bin == bins[last] ? 0.5 * sign : sign);
        }
    }

    private void add(int bin, int at, int rssi, double weight) {
        for (int gate = 0; gate < GATES.length && rssi >= GATES[gate]; gate++) {
            raw[bin][at + gate] += weight;
        }
    }
}
