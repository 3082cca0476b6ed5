/**
 * Brings measurements to head office: takes them from the outbox, hands them to an uplink, confirms what arrived. One
 * thread per target; what others ask it is answered from any thread.
 */
@NullMarked
package dev.footfall.relay;

import org.jspecify.annotations.NullMarked;
