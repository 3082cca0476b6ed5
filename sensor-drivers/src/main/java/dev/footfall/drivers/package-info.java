/**
 * Drivers turn a device's bytes into readings: pure functions, one package per format, listed in {@link
 * dev.footfall.drivers.DriverCatalog}. Drivers hold no state and may be called from any thread.
 */
@NullMarked
package dev.footfall.drivers;

import org.jspecify.annotations.NullMarked;
