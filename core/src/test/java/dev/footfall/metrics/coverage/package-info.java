@NullMarked
package dev.footfall.metrics.coverage;

import org.jspecify.annotations.NullMarked;
