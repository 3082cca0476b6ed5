/**
 * ONVIF Profile M events as JSON over MQTT, from any vendor; Bosch IVA among them. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.onvif;

import org.jspecify.annotations.NullMarked;
