/**
 * ESP32-Paxcounter over MQTT. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.paxcounter;

import org.jspecify.annotations.NullMarked;
