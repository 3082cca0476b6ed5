@NullMarked
package dev.footfall.metrics;

import org.jspecify.annotations.NullMarked;
