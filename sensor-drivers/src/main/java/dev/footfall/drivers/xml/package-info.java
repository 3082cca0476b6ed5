/**
 * Reading XML that comes from outside, and finding it in multipart bodies. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.xml;

import org.jspecify.annotations.NullMarked;
