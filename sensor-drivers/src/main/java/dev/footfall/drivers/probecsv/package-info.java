/**
 * Rows of ESP32 probe sniffers, CSV. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.probecsv;

import org.jspecify.annotations.NullMarked;
