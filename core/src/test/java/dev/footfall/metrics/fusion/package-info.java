@NullMarked
package dev.footfall.metrics.fusion;

import org.jspecify.annotations.NullMarked;
