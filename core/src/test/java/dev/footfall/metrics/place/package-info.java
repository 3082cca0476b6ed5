@NullMarked
package dev.footfall.metrics.place;

import org.jspecify.annotations.NullMarked;
