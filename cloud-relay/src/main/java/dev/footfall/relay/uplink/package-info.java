/**
 * Ways to head office behind one small interface. An uplink belongs to the thread that uses it; only {@code close} may be
 * called from another.
 */
@NullMarked
package dev.footfall.relay.uplink;

import org.jspecify.annotations.NullMarked;
