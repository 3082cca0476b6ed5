/**
 * Irisys Vector 4D: counts, live counts, status and targets over MQTT, and count logs over HTTP. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.irisys;

import org.jspecify.annotations.NullMarked;
