/**
 * Dahua recorders and cameras (and OEM relatives): hourly people counts of the video statistics service. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.dahua;

import org.jspecify.annotations.NullMarked;
