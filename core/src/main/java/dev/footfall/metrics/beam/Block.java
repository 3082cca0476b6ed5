package dev.footfall.metrics.beam;

/**
 * One beam broken without a gap, bounce removed. Times are milliseconds of the machine's clock.
 *
 * @param whole false if the beam was found broken, so that nobody saw it begin
 */
record Block(long start, long end, boolean whole) {
    long length() {
        return end - start;
    }

    boolean overlaps(Block other) {
        return start < other.end && other.start < end;
    }
}
