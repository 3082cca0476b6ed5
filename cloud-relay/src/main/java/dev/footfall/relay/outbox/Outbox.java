package dev.footfall.relay.outbox;

import java.util.List;

/**
 * The log of measurements to relay, written in the same transaction as the measurements themselves. Readers see
 * committed entries only. Entries are ordered by {@link Position}; numbers are dense within an epoch, so that a receiver
 * can prove that nothing is missing. Entries that every configured target has confirmed may be deleted, from the front.
 *
 * <p>What goes wrong with the storage is thrown, unchecked; callers try again later.
 */
public interface Outbox {

    /**
     * Entries after a position, in order.
     *
     * @param limit the most to return, at least 1
     * @return empty if there are none yet
     */
    List<OutboxEntry> after(Position position, int limit);

    /** Up to where a target has confirmed; {@link Position#START} for a target not seen before. */
    Position cursor(String target);

    /**
     * Records that a target has everything up to and including a position, and returns when that is durable. The cursor
     * never moves back: a position at or before it changes nothing.
     *
     * @throws IllegalArgumentException if no entry was ever written at that position or after it
     */
    void confirm(String target, Position upTo);

    OutboxStatus status(String target);

    /**
     * Calls back after each commit that added entries, on the committing thread: the listener must only pass the word
     * on. Commits before the registration are not reported; read once after registering.
     */
    Registration onCommit(Runnable listener);

    /** Ends the calls to a listener when closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
