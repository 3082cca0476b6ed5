/**
 * Options about a device's lines and its place that several drivers share. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.lines;

import org.jspecify.annotations.NullMarked;
