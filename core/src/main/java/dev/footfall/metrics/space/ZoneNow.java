package dev.footfall.metrics.space;

import org.jspecify.annotations.Nullable;

/**
 * One zone now and today.
 *
 * @param present people in it now, null if nothing live tells
 * @param entries visits today
 * @param personSeconds today's person-seconds
 */
public record ZoneNow(String zone, @Nullable Double present, double entries, double personSeconds) {}
