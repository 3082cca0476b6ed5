/**
 * All Micrometer meters, declared in one place.
 */
@NullMarked
package dev.footfall.gateway.observability;

import org.jspecify.annotations.NullMarked;
