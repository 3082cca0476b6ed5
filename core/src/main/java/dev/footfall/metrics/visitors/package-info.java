/**
 * Visitors that a true address lets be known again within the business day; the key of addresses ends with it. Never told
 * from an address that a device made up.
 */
@NullMarked
package dev.footfall.metrics.visitors;

import org.jspecify.annotations.NullMarked;
