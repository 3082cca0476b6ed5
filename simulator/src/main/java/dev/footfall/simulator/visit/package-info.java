/**
 * Who comes, when, where they go and when they leave: one business day is planned at a time, from the seed alone.
 * Plans are immutable and thread-safe.
 */
@NullMarked
package dev.footfall.simulator.visit;

import org.jspecify.annotations.NullMarked;
