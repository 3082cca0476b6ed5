/**
 * Hikvision cameras that push people counts as ISAPI event XML. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.hikvision;

import org.jspecify.annotations.NullMarked;
