/** Bosch TPS110 parking sensors over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.boschparking;

import org.jspecify.annotations.NullMarked;
