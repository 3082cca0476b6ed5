/**
 * Infrared beams: from the edges of their lines to people, as pure state over time. One machine belongs to one sensor and
 * one thread.
 */
@NullMarked
package dev.footfall.metrics.beam;

import org.jspecify.annotations.NullMarked;
