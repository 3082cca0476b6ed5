/**
 * Decides about each reading: which sensor, what time, whether seen before; and turns identities into pseudonyms. Used by the writer's thread only, except routing, which is immutable.
 */
@NullMarked
package dev.footfall.gateway.admission;

import org.jspecify.annotations.NullMarked;
