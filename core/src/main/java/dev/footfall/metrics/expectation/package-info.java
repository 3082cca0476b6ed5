/**
 * What a store's own past leads to expect: control charts, the detector of exceptions, and the forecast. Records in,
 * records out, no clock and no I/O. Not thread-safe.
 */
@NullMarked
package dev.footfall.metrics.expectation;

import org.jspecify.annotations.NullMarked;
