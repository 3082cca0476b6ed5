/**
 * Verkada's plate webhook. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.verkada;

import org.jspecify.annotations.NullMarked;
