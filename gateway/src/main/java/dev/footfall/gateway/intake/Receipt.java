package dev.footfall.gateway.intake;

import dev.footfall.ledger.Fate;

/** Told once, after the commit that settled the message, what became of it. */
@FunctionalInterface
public interface Receipt {

    /** For messages that nobody waits for. */
    Receipt NONE = (fate, reason) -> {};

    /**
     * The message is on disk (or refused on record); acknowledge it now. Called on the writer's thread: hand over and
     * return.
     *
     * @param fate what became of it
     * @param reason why, for a fate other than counted; empty otherwise
     */
    void settled(Fate fate, String reason);
}
