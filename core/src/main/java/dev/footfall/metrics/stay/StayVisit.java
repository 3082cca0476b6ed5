package dev.footfall.metrics.stay;

/** One visit that grows, so that it counts at any time with what is known of it. */
public final class StayVisit {
    private final StayTally tally;
    private long began;
    private int quarter;
    private int place;

    public StayVisit(StayTally tally) {
        this.tally = tally;
    }

    public void begin(long micros) {
        began = micros;
        quarter = tally.quarterOf(micros);
        place = tally.begin(quarter);
    }

    /** It lasts until then at least. */
    public void lasts(long micros) {
        tally.lasts(quarter, place, (micros - began) / 1000);
    }

    /** It was none. */
    public void takeBack() {
        tally.takeBack(quarter, place);
    }
}
