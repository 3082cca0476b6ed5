/**
 * Hikvision cameras that read number plates, ISAPI event XML. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.hikvisionanpr;

import org.jspecify.annotations.NullMarked;
