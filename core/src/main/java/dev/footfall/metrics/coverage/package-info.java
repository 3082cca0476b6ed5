/**
 * Which sensors were live when, and what that makes of a number: completeness, state and reason. Not thread-safe: a day's
 * fold has one thread.
 */
@NullMarked
package dev.footfall.metrics.coverage;

import org.jspecify.annotations.NullMarked;
