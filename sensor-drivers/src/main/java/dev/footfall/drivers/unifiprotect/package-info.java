/**
 * UniFi Protect cameras: people and vehicles across lines. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.unifiprotect;

import org.jspecify.annotations.NullMarked;
