/**
 * The documentation, held against the program and against itself.
 */
@NullMarked
package dev.footfall.documentation;

import org.jspecify.annotations.NullMarked;
