@NullMarked
package dev.footfall.metrics.counting;

import org.jspecify.annotations.NullMarked;
