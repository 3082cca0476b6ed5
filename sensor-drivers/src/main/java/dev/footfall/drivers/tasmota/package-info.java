/**
 * Tasmota firmware with counter inputs: a wired beam or contact over WiFi. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.tasmota;

import org.jspecify.annotations.NullMarked;
