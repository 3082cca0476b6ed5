package dev.footfall.metrics.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one sensor fares at a moment of a day.
 *
 * @param silentSince since when it has not been live, null while it is; the day's start if it was not at all
 * @param everHeard whether it was heard that day, or lived on from the day before
 * @param messages heard so far that day
 * @param dated how many of them could not be believed their own time
 */
public record Condition(@Nullable Instant silentSince, boolean everHeard, long messages, long dated) {}
