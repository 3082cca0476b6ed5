package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;

/**
 * One day's queue in one zone: people who stay at least ten seconds, from the moment they came; who walks through is in no
 * queue. A wait counts where it began.
 */
final class QueueTally {
    private static final long JOINS_AFTER_MICROS = 10_000_000;

    private final Dirty dirty;
    private final QuarterSums joined;
    private final QuarterSums waited;
    private final QuarterSums stood;
    private final PresentGrid present;

    QueueTally(DaySeconds day, Dirty dirty) {
        this.dirty = dirty;
        this.joined = new QuarterSums(day);
        this.waited = new QuarterSums(day);
        this.stood = new QuarterSums(day);
        this.present = new PresentGrid(day);
    }

    static boolean joins(long micros) {
        return micros >= JOINS_AFTER_MICROS;
    }

    /** @param count 1, or −1 to take it back */
    void joined(long cameMicros, int count) {
        joined.add(cameMicros, count);
        touch(cameMicros);
    }

    /** A stretch of standing by somebody who came at a moment. */
    void stood(long cameMicros, long fromMicros, long toMicros) {
        waited.add(cameMicros, toMicros - fromMicros);
        stood.addSpan(fromMicros, toMicros);
        present.add(fromMicros, toMicros);
        touch(cameMicros);
    }

    private void touch(long micros) {
        int second = (int) Math.floorDiv(micros, 1_000_000L);
        dirty.within(second, second);
    }

    /** People whose wait began in the quarters of [from, to). */
    long joined(int from, int to) {
        return joined.over(from, to);
    }

    /** Microseconds that they waited. */
    long waited(int from, int to) {
        return waited.over(from, to);
    }

    /** Person-microseconds of standing in the quarters of [from, to), whenever it began. */
    long stood(int from, int to) {
        return stood.over(from, to);
    }

    PresentGrid present() {
        return present;
    }
}
