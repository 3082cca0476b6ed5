@NullMarked
package dev.footfall.metrics.grid;

import org.jspecify.annotations.NullMarked;
