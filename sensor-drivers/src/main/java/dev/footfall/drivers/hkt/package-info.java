/** HKT people counters over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.hkt;

import org.jspecify.annotations.NullMarked;
