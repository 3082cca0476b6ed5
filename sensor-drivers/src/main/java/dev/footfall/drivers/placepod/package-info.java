/** PNI PlacePod parking sensors over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.placepod;

import org.jspecify.annotations.NullMarked;
