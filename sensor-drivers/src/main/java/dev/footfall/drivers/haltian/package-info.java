/** Haltian Thingsee presence sensors, JSON of their gateway or cloud. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.haltian;

import org.jspecify.annotations.NullMarked;
