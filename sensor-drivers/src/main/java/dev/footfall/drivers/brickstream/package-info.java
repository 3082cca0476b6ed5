/**
 * Brickstream 2300 and 2500 people counters, XML push. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.brickstream;

import org.jspecify.annotations.NullMarked;
