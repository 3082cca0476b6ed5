/** Tests of what all drivers must keep, and of the catalogue. */
@NullMarked
package dev.footfall.drivers;

import org.jspecify.annotations.NullMarked;
