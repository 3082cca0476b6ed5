@NullMarked
package dev.footfall.time;

import org.jspecify.annotations.NullMarked;
