/** Parametric PCR2 radar people counters over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.parametric;

import org.jspecify.annotations.NullMarked;
