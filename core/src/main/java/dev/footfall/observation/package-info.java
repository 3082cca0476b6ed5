/**
 * What sensors say: readings as a driver understood them, and observations as admission accepted them. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.observation;

import org.jspecify.annotations.NullMarked;
