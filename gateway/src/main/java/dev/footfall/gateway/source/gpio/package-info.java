/**
 * The source for sensors on pins: one thread per sensor watches its lines and hands edges to the intake, in words that a
 * capture holds too.
 */
@NullMarked
package dev.footfall.gateway.source.gpio;

import org.jspecify.annotations.NullMarked;
