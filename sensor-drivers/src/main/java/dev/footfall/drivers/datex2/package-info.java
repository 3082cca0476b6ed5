/**
 * DATEX II parking status publications. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.datex2;

import org.jspecify.annotations.NullMarked;
