/** Pipiot People Sense counters over LoRaWAN. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.pipiot;

import org.jspecify.annotations.NullMarked;
