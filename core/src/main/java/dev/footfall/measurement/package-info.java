/**
 * The published number: one record shape for the kiosk, the API, exports and the wire. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.measurement;

import org.jspecify.annotations.NullMarked;
