/**
 * GPIO lines as the kernel sees them: a port, its implementation on the character device, and Pi4J inputs on top. A watch is
 * read by one thread; problems are exceptions with one sentence for the owner.
 */
@NullMarked
package dev.footfall.gpio;

import org.jspecify.annotations.NullMarked;
