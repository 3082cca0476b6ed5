package dev.footfall.metrics.coverage;

import dev.footfall.observation.SensorId;

/** When the source of a number was live on one day. */
public interface Life {
    /** The sensor that is named where it was not. */
    SensorId sensor();

    /** Shows every stretch of life within [from, to), the day's seconds, in order. */
    void walk(int from, int to, Stretch stretch);

    /** Sees one stretch of life, in the day's seconds. */
    @FunctionalInterface
    interface Stretch {
        void live(int from, int to);
    }

    /** Seconds of life within [from, to). */
    default int live(int from, int to) {
        int[] total = {0};
        walk(from, to, (start, end) -> total[0] += end - start);
        return total[0];
    }

    /** True if within [from, to) messages were dated by their arrival, because their own time could not be right. */
    default boolean datedByArrival(int from, int to) {
        return false;
    }

    default boolean liveAt(int second) {
        return live(second, second + 1) > 0;
    }
}
