package dev.footfall.metrics.counting;

import org.jspecify.annotations.Nullable;

/** One reading of a cumulative counter, at the day's millisecond; see {@code Fact.Counter} for the rest. */
record CounterReading(long at, long in, long out, @Nullable String boot, long width, long uptime) {

    boolean sameSecondAs(CounterReading other) {
        return Math.floorDiv(at, 1000L) == Math.floorDiv(other.at, 1000L);
    }

    /** Of two readings within one second the later stands, of two at one moment the larger: no matter which came first. */
    boolean outranks(CounterReading other) {
        return at != other.at ? at > other.at : in + out > other.in + other.out;
    }
}
