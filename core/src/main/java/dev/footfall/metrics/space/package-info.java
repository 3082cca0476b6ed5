/**
 * Where people were: tracks, zones, lines, heat and flows on the floor plan. Times are microseconds of the day, so that
 * stays cut at zone and quarter borders add up exactly. Not thread-safe: a day's fold has one thread.
 */
@NullMarked
package dev.footfall.metrics.space;

import org.jspecify.annotations.NullMarked;
