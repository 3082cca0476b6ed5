/**
 * Frigate, the open-source camera recorder: tracked people and their zones. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.frigate;

import org.jspecify.annotations.NullMarked;
