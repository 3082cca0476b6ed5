@NullMarked
package dev.footfall.metrics.expectation;

import org.jspecify.annotations.NullMarked;
