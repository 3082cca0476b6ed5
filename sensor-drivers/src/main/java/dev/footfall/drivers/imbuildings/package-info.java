/** IMBuildings people counters over LoRaWAN and NB-IoT. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.imbuildings;

import org.jspecify.annotations.NullMarked;
