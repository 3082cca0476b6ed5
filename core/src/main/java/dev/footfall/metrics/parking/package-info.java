/** Vehicles through gates and in bays. Not thread-safe: a day's fold has one thread. */
@NullMarked
package dev.footfall.metrics.parking;

import org.jspecify.annotations.NullMarked;
