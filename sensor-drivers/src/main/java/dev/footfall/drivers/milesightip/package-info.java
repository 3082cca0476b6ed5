/**
 * Milesight people counters that push JSON over IP (VS125, VS133-P, VS135-P, VS121-P). Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.milesightip;

import org.jspecify.annotations.NullMarked;
