/**
 * Builds the gateway from its configuration and starts and stops its parts in order.
 */
@NullMarked
package dev.footfall.gateway.wiring;

import org.jspecify.annotations.NullMarked;
