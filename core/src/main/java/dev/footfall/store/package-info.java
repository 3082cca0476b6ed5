/**
 * The store as configured: entrances, zones, lines, sensors. Immutable and thread-safe; reading files is the gateway's business.
 */
@NullMarked
package dev.footfall.store;

import org.jspecify.annotations.NullMarked;
