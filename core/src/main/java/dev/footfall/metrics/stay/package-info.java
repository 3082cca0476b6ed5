/** How long visits lasted, as counts in fixed classes of length. Not thread-safe: a day's fold has one thread. */
@NullMarked
package dev.footfall.metrics.stay;

import org.jspecify.annotations.NullMarked;
