/**
 * Devices that watch the simulated store, one class per format: each turns a day's plan into the messages that such a
 * device would have sent. A device keeps its counters between days, so it is used by one thread.
 */
@NullMarked
package dev.footfall.simulator.device;

import org.jspecify.annotations.NullMarked;
