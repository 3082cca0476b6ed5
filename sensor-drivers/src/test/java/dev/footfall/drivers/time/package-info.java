/** Tests. */
@NullMarked
package dev.footfall.drivers.time;

import org.jspecify.annotations.NullMarked;
