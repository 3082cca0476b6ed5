/**
 * A real Mosquitto for tests, a faulty network in front of it, and clients to look at what arrives. The same tests run with
 * a container where Docker answers and with the native program where it does not.
 */
@NullMarked
package dev.footfall.relay.broker;

import org.jspecify.annotations.NullMarked;
