/** ESP32-Paxcounter devices behind a LoRaWAN network server. Pure and thread-safe. */
@NullMarked
package dev.footfall.drivers.paxcounterlorawan;

import org.jspecify.annotations.NullMarked;
