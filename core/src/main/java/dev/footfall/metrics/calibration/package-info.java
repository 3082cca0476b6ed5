/**
 * People present as told by WiFi: what radio devices a day heard, a regression on them learned against the doors on earlier
 * days, and its interval from days left out. Pure; single-threaded like the fold it belongs to.
 */
@NullMarked
package dev.footfall.metrics.calibration;

import org.jspecify.annotations.NullMarked;
