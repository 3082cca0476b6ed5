package dev.footfall.observation;

/** What admission found worth remembering about an observation; names on the wire are lower-case with dashes. */
public enum Flag {
    /** The device's clock could not be right; the arrival time stands in. */
    CLOCK_UNTRUSTED,
    /** Arrived after its 15-minute bucket had been published. */
    LATE,
    /** The broker replayed it from its store. */
    RETAINED,
    /** Copied from the day before as this day's opening balance; no message of its own. */
    CARRIED;

    private final String wireName = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    public String wireName() {
        return wireName;
    }

    public int bit() {
        return 1 << ordinal();
    }
}
