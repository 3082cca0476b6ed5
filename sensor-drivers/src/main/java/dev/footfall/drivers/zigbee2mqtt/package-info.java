/**
 * Presence sensors behind zigbee2mqtt. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.zigbee2mqtt;

import org.jspecify.annotations.NullMarked;
