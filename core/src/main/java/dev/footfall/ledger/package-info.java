/**
 * The fate of every received message, so that nothing is lost without being counted. Immutable and thread-safe.
 */
@NullMarked
package dev.footfall.ledger;

import org.jspecify.annotations.NullMarked;
