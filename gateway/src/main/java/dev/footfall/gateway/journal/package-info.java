/**
 * The SQLite file: observations, measurements, outbox and ledger under one writer. The writer has its own platform thread.
 */
@NullMarked
package dev.footfall.gateway.journal;

import org.jspecify.annotations.NullMarked;
