/** Elsys occupancy sensors over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.elsys;

import org.jspecify.annotations.NullMarked;
