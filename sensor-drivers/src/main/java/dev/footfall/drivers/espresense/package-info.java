/**
 * ESPresense rooms, Bluetooth LE. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.espresense;

import org.jspecify.annotations.NullMarked;
