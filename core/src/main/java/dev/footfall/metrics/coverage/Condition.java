package dev.footfall.metrics.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one sensor fares at a moment of a day.
 *
 * @param silentSince since when it has not been live, null while it is; the day's start if it was not at all
 * @param everHeard whether it was heard that day, or lived on from the day before
 * @param messages that belong to the quarter before the moment
 * @param doubt since when its clock is in doubt, null if it is not
 */
public record Condition(
        @Nullable Instant silentSince,
        boolean everHeard,
        long messages,
        @Nullable ClockDoubt doubt) {

    /**
     * A clock that told wrong times, quarter after quarter in which the sensor spoke.
     *
     * @param since the first of those quarters' start
     * @param messages in them
     * @param wrong how many of those could not be believed their own time
     */
    public record ClockDoubt(Instant since, long messages, long wrong) {}
}
