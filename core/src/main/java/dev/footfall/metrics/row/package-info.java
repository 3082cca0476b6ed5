/** How numbers become published rows: window, value, quality, reason. Not thread-safe: a day's fold has one thread. */
@NullMarked
package dev.footfall.metrics.row;

import org.jspecify.annotations.NullMarked;
