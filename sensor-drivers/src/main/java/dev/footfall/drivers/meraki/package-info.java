/**
 * Meraki Scanning API, versions 2 and 3. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.meraki;

import org.jspecify.annotations.NullMarked;
