@NullMarked
package dev.footfall.metrics.sales;

import org.jspecify.annotations.NullMarked;
