/**
 * Reading the many ways in which devices write a time. Pure and thread-safe.
 */
@NullMarked
package dev.footfall.drivers.time;

import org.jspecify.annotations.NullMarked;
