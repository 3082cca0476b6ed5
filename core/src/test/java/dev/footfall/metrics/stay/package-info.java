@NullMarked
package dev.footfall.metrics.stay;

import org.jspecify.annotations.NullMarked;
