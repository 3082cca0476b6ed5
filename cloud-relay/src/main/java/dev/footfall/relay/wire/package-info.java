/**
 * How measurements look outside the process: the same JSON for the API, reports and head office. Stateless and thread-safe.
 */
@NullMarked
package dev.footfall.relay.wire;

import org.jspecify.annotations.NullMarked;
