/**
 * Seeded chance, the same on every machine. A stream of dice is used by one thread.
 */
@NullMarked
package dev.footfall.simulator.chance;

import org.jspecify.annotations.NullMarked;
