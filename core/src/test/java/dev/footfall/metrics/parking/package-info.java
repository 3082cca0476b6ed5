@NullMarked
package dev.footfall.metrics.parking;

import org.jspecify.annotations.NullMarked;
