/**
 * Exceptions that somebody should look at: one record shape for the journal, the API and the command line. Immutable and
 * thread-safe.
 */
@NullMarked
package dev.footfall.alert;

import org.jspecify.annotations.NullMarked;
