/** Infrared beams on GPIO lines: the edges, as a driver understands them. Pure; safe from any thread. */
@NullMarked
package dev.footfall.drivers.gpiobeam;

import org.jspecify.annotations.NullMarked;
