/** Tests. */
@NullMarked
package dev.footfall.drivers.ieee802;

import org.jspecify.annotations.NullMarked;
