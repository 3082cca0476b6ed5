/**
 * The gateway's own MQTT endpoint: acknowledges after the commit. Runs on one event loop.
 */
@NullMarked
package dev.footfall.gateway.source.mqtt;

import org.jspecify.annotations.NullMarked;
