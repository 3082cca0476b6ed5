/**
 * OpenMQTTGateway and Theengs Gateway, Bluetooth LE. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.openmqttgateway;

import org.jspecify.annotations.NullMarked;
