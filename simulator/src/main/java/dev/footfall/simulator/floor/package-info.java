/**
 * Where things are: doors, zones and lines in metres on the floor plan. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.simulator.floor;

import org.jspecify.annotations.NullMarked;
