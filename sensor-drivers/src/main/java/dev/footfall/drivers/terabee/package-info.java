/**
 * Terabee People Counting M and L-XL, JSON. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.terabee;

import org.jspecify.annotations.NullMarked;
