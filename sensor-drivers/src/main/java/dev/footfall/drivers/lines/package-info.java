/**
 * Options about a device's lines that several drivers share. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.lines;

import org.jspecify.annotations.NullMarked;
