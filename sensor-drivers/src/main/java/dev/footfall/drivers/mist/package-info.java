/**
 * Juniper Mist webhooks. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.mist;

import org.jspecify.annotations.NullMarked;
