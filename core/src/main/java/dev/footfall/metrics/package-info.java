/**
 * Every metric as a pure fold over one business day's observations: records in, records out, no clock and no I/O. Not
 * thread-safe: a day's fold has one thread.
 */
@NullMarked
package dev.footfall.metrics;

import org.jspecify.annotations.NullMarked;
