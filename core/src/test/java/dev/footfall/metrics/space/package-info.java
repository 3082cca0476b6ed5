@NullMarked
package dev.footfall.metrics.space;

import org.jspecify.annotations.NullMarked;
