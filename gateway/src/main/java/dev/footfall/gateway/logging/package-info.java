/**
 * How log lines look and where they go: one line each, to stderr, in the form the journal or a terminal wants.
 *
 * <p>Configured once at start; afterwards everything logs through SLF4J from any thread.
 */
@NullMarked
package dev.footfall.gateway.logging;

import org.jspecify.annotations.NullMarked;
