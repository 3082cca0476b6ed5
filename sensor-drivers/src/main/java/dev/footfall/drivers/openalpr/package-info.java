/**
 * OpenALPR agents and Rekor Scout: plates read from camera streams. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.openalpr;

import org.jspecify.annotations.NullMarked;
