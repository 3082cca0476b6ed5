@NullMarked
package dev.footfall.metrics.beam;

import org.jspecify.annotations.NullMarked;
