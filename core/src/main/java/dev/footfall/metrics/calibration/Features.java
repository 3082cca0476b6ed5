package dev.footfall.metrics.calibration;

/**
 * What the regression sees of one day: per five minutes and gate of signal strength the distinct devices with true and with
 * made-up addresses, the visits under way of each, and the frames; square roots, averaged with the neighbouring bins.
 */
final class Features {
    /** Length of a bin, seconds. */
    static final int BIN = 300;

    /** From where on a signal counts, dBm: four rings around the sensor. */
    static final int[] GATES = {-85, -75, -65, -55};

    /** Features of a bin. */
    static final int COUNT = 5 * GATES.length;

    /** The gate whose distinct devices make the ratio of people to devices. */
    private static final int RATIO_GATE = 1;

    /** A device silent for longer than so many bins (20 minutes) has left. */
    static final int SILENCE = 4;

    private static final int VISITS = 2 * GATES.length;
    private static final int FRAMES = 4 * GATES.length;

    private final double[][] raw;
    private int fixed;

    private Features(int bins) {
        this.raw = new double[bins][COUNT];
    }

    /**
     * Counts a day.
     *
     * @param frames per bin and gate
     * @param closed bins in which the store is closed throughout
     */
    static Features of(HeardDevices heard, int[][] frames, boolean[] closed) {
        Features features = new Features(frames.length);
        heard.forEach((randomised, bins, rssi, count) -> {
            if (HeardDevices.isOfTheHouse(bins, count, closed)) {
                features.fixed++;
            } else {
                features.device(randomised ? GATES.length : 0, bins, rssi, count);
            }
        });
        for (int bin = 0; bin < frames.length; bin++) {
            for (int gate = 0; gate < GATES.length; gate++) {
                features.raw[bin][FRAMES + gate] = frames[bin][gate];
            }
        }
        return features;
    }

    /** Devices left out because they never leave. */
    int fixed() {
        return fixed;
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

    private void device(int kind, short[] bins, byte[] rssi, int count) {
        int begun = 0;
        for (int i = 0; i < count; i++) {
            add(bins[i], kind, rssi[i], 1);
            if (i + 1 == count || bins[i + 1] - bins[i] > SILENCE) {
                visit(VISITS + kind, bins, rssi, begun, i);
                begun = i + 1;
            }
        }
    }

    /** Who is heard in one bin only passes by; a visit's first and last bin count half. */
    private void visit(int at, short[] bins, byte[] rssi, int first, int last) {
        if (first == last) {
            return;
        }
        int loudest = rssi[first];
        for (int i = first + 1; i <= last; i++) {
            loudest = Math.max(loudest, rssi[i]);
        }
        for (int bin = bins[first]; bin <= bins[last]; bin++) {
            add(bin, at, loudest, bin == bins[first] || bin == bins[last] ? 0.5 : 1);
        }
    }

    private void add(int bin, int at, int rssi, double weight) {
        for (int gate = 0; gate < GATES.length && rssi >= GATES[gate]; gate++) {
            raw[bin][at + gate] += weight;
        }
    }
}
