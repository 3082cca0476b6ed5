/**
 * A store with known truth that speaks in device formats: the same plan, seed and dates give the same bytes and the same
 * truth on every machine. Nothing here reads a clock. Instances are used by one thread at a time.
 */
@NullMarked
package dev.footfall.simulator;

import org.jspecify.annotations.NullMarked;
