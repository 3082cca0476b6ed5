package dev.footfall.metrics.beam;

/**
 * What one person, or several who hid each other, did to the beams.
 *
 * @param at when it counts: the second beam's break, or a single beam's
 * @param overlapped true if both beams were broken at once, as one body breaks them
 */
public record Passage(Way way, long at, boolean overlapped) {

    /** Where it went. */
    public enum Way {
        IN,
        OUT,
        /** Went back the way it came: not counted. */
        TURNED_BACK,
        /** A break of a single beam, which cannot tell: half a person in and half a person out. */
        EITHER
    }
}
