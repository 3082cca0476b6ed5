package dev.footfall.gateway.intake;

import dev.footfall.ledger.Fate;

/**
 * A message and its fate, for its receipt.
 *
 * @param reason one sentence for the sender if it was not counted, otherwise empty
 */
public record Settlement(Arrival arrival, Fate fate, String reason) {}
