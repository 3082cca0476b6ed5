/** Tektelic room sensors with motion detection over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.tektelic;

import org.jspecify.annotations.NullMarked;
