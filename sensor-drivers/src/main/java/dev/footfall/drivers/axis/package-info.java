/**
 * Axis cameras: Object Analytics and input ports over the MQTT event bridge, and the 3D People Counter's push. Pure and
 * thread-safe.
 */
@NullMarked
package dev.footfall.drivers.axis;

import org.jspecify.annotations.NullMarked;
