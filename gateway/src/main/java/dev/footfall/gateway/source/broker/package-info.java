/**
 * Reads existing brokers with Eclipse Paho, MQTT 5, QoS 1. A message is acknowledged to the broker once it is on disk and
 * not before. One thread per broker; Paho's own threads only hand over.
 */
@NullMarked
package dev.footfall.gateway.source.broker;

import org.jspecify.annotations.NullMarked;
