@NullMarked
package dev.footfall.metrics.visitors;

import org.jspecify.annotations.NullMarked;
