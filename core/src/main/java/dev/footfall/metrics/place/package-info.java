/** Which zone a device is in, by how loud several sensors hear it. Pure; what is learned is immutable. */
@NullMarked
package dev.footfall.metrics.place;

import org.jspecify.annotations.NullMarked;
