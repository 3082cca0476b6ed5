/**
 * OpenDataCam: objects across counting areas. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.opendatacam;

import org.jspecify.annotations.NullMarked;
