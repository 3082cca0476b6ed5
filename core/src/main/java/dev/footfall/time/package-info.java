/**
 * The store's calendar: the only place where instants become local days and hours. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.time;

import org.jspecify.annotations.NullMarked;
