/** Disruptive Technologies proximity counters, JSON of their data connector. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.disruptive;

import org.jspecify.annotations.NullMarked;
