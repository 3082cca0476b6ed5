/**
 * The gateway's own message format, read and written. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.nativejson;

import org.jspecify.annotations.NullMarked;
