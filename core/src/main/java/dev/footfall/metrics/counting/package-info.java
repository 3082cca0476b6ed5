/**
 * From crossings and cumulative counters to people in and out per entrance, and from those to occupancy. Not thread-safe: a
 * day's fold has one thread.
 */
@NullMarked
package dev.footfall.metrics.counting;

import org.jspecify.annotations.NullMarked;
