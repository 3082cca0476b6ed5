/**
 * What every link to a broker needs whatever the direction: its address, its credentials, when to try again. Values are
 * immutable; {@link dev.footfall.relay.link.GuardedSockets} and {@link dev.footfall.relay.link.Bell} are thread-safe.
 */
@NullMarked
package dev.footfall.relay.link;

import org.jspecify.annotations.NullMarked;
