package dev.footfall.metrics.visitors;

/** Visits of one day by the five minutes in which they began: all, of devices that can be known again, and of which sort. */
final class Visits implements HeardDevices.Tally {
    /** A silence of more than five minutes, seen in whole bins, ends a visit. */
    private static final int SILENCE = 1;

    private final int insideFromDbm;
    private final int[] all;
    private final int[] identifiable;
    private final int[] first;

    /** @param insideFromDbm fainter devices are taken to be outside */
    Visits(int bins, int insideFromDbm) {
        this.insideFromDbm = insideFromDbm;
        this.all = new int[bins];
        this.identifiable = new int[bins];
        this.first = new int[bins];
    }

    @Override
    public void device(boolean randomised, short[] bins, byte[] rssi, int count, int sign) {
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (rssi[i] < insideFromDbm) {
                continue;
            }
            if (last < 0 || bins[i] - last > SILENCE) {
                all[bins[i]] += sign;
                identifiable[bins[i]] += randomised ? 0 : sign;
                first[bins[i]] += last < 0 && !randomised ? sign : 0;
            }
            last = bins[i];
        }
    }

    /**
     * Sums over bins.
     *
     * @param all visits begun
     * @param identifiable of them, of devices with a true address
     * @param first of those, of devices not seen before on that day
     */
    record Sums(int all, int identifiable, int first) {}

    Sums over(int fromBin, int toBin) {
        int sumAll = 0;
        int sumIdentifiable = 0;
        int sumFirst = 0;
        for (int bin = Math.max(0, fromBin); bin < Math.min(toBin, all.length); bin++) {
            sumAll += all[bin];
            sumIdentifiable += identifiable[bin];
            sumFirst += first[bin];
        }
        return new Sums(sumAll, sumIdentifiable, sumFirst);
    }
}
