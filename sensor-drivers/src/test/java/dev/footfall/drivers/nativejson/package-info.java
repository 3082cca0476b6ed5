/** Tests. */
@NullMarked
package dev.footfall.drivers.nativejson;

import org.jspecify.annotations.NullMarked;
