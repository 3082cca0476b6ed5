/**
 * The shape of the system, checked: which module may use which, what only one place may touch, and the habits every
 * source file keeps.
 */
@NullMarked
package dev.footfall.architecture;

import org.jspecify.annotations.NullMarked;
