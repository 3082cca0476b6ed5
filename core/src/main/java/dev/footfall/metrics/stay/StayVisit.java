package dev.footfall.metrics.stay;

/** One visit that grows: it moves on from class to class, so that it counts at any time with what is known of it. */
public final class StayVisit {
    private static final int NONE = -1;
    private static final long MICROS = 1_000_000;

    private final StayTally tally;
    private long began;
    private int bin = NONE;

    public StayVisit(StayTally tally) {
        this.tally = tally;
    }

    public void begin(long micros) {
        began = micros;
        bin = 0;
        tally.add(began, bin, 1);
    }

    /** It lasts until then at least. */
    public void lasts(long micros) {
        int before = bin;
        while (bin + 1 < StayBins.COUNT && micros - began >= StayBins.from(bin + 1) * MICROS) {
            bin++;
        }
        if (bin != before) {
            tally.add(began, before, -1);
            tally.add(began, bin, 1);
        }
    }

    /** It was none. */
    public void takeBack() {
        tally.add(began, bin, -1);
        bin = NONE;
    }
}
