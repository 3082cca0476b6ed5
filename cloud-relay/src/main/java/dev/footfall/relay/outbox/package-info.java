/**
 * What still has to go to head office: an ordered, immutable log with one cursor per relay target. Implementations are
 * thread-safe; every method may block for the time of a disk access and belongs on a thread that may.
 */
@NullMarked
package dev.footfall.relay.outbox;

import org.jspecify.annotations.NullMarked;
