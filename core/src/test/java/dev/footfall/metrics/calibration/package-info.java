@NullMarked
package dev.footfall.metrics.calibration;

import org.jspecify.annotations.NullMarked;
