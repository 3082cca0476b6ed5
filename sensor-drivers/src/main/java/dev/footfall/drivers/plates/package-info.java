/**
 * What plate readers of all makers have in common. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.plates;

import org.jspecify.annotations.NullMarked;
