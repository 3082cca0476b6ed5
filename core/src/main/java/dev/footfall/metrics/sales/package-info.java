/** Point-of-sale totals and the ratios that need them. Not thread-safe: a day's fold has one thread. */
@NullMarked
package dev.footfall.metrics.sales;

import org.jspecify.annotations.NullMarked;
