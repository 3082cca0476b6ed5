@NullMarked
package dev.footfall.metrics.radio;

import org.jspecify.annotations.NullMarked;
