/** Several sensors on the same people: whether one of them stopped agreeing with the rest. Pure. */
@NullMarked
package dev.footfall.metrics.fusion;

import org.jspecify.annotations.NullMarked;
