package dev.footfall.drivers.milesightlorawan;

/**
 * One element of a frame: what it is, how long its value is, and which line or region it is about.
 *
 * @param length bytes of its value
 * @param index the line's number, or that of the first region; 0 where there is none
 */
record Element(Part part, int length, int index) {

    /** What a value means. Numbers are little-endian. */
    enum Part {
        /** Nothing that is counted: versions, temperature, flows, dwell times, alarms. */
        OTHER,
        SERIAL,
        BATTERY,
        /** People in view now, in the first byte. */
        NOW,
        /** Two 16-bit numbers: people since the report before. */
        PERIOD,
        /** Two 16-bit numbers: people at this moment. */
        EVENT,
        /** Two 16-bit numbers: cumulative counters. */
        TOTAL,
        /** A 32-bit cumulative counter, the other direction is an element of its own. */
        TOTAL_IN,
        TOTAL_OUT,
        /** Two 16-bit numbers of a period, then two 16-bit counters. */
        PERIOD_AND_TOTAL,
        /** One byte for each region: people in it now. */
        REGIONS,
        /** When the device measured, epoch seconds. */
        TIMESTAMP,
        /** Taken or free. */
        OCCUPIED,
        /** Something is wrong with the counting. */
        FAULT,
        /** A stored record: epoch seconds, a kind, and what the kind has. */
        HISTORY;

        boolean counts() {
            return switch (this) {
                case OTHER, SERIAL, BATTERY, TIMESTAMP, FAULT -> false;
                case NOW, PERIOD, EVENT, TOTAL, TOTAL_IN, TOTAL_OUT, PERIOD_AND_TOTAL, REGIONS, OCCUPIED, HISTORY ->
                    true;
            };
        }
    }

    static Element other(int length) {
        return new Element(Part.OTHER, length, 0);
    }

    static Element of(Part part, int length) {
        return new Element(part, length, 1);
    }
}
