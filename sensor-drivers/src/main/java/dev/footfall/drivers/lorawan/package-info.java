/**
 * What LoRaWAN network servers wrap around a sensor's frame (ChirpStack v4 and v3, The Things Stack v3), and what the
 * drivers of the sensors behind them share. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.lorawan;

import org.jspecify.annotations.NullMarked;
