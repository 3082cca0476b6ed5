/**
 * The capture format, and running the whole pipeline over captures in event time.
 */
@NullMarked
package dev.footfall.gateway.replay;

import org.jspecify.annotations.NullMarked;
