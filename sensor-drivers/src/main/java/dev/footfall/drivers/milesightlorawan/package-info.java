/**
 * Milesight people counters over LoRaWAN (VS121, VS132, VS133, VS135, VS330, VS350, VS351, VS360). Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.milesightlorawan;

import org.jspecify.annotations.NullMarked;
