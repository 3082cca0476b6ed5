/**
 * One business day cut into seconds and quarters, and the arrays that count in them. Not thread-safe: a day's fold has one
 * thread.
 */
@NullMarked
package dev.footfall.metrics.grid;

import org.jspecify.annotations.NullMarked;
