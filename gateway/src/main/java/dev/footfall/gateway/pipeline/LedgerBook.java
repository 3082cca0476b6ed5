package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.journal.Commit;
import dev.footfall.ledger.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger's lines of one commit. What was received and what became of it are counted at different places, so
 * that a message that falls through shows as a difference.
 */
final class LedgerBook {
    static final String RECEIVED = "received";

    private final Commit commit;
    private @Nullable Line lastReceived;
    private @Nullable Line lastSettled;

    private record Line(Commit.LedgerKey key, Commit.Tally tally) {}

    LedgerBook(Commit commit) {
        this.commit = commit;
    }

    void received(Arrival arrival) {
        lastReceived = add(lastReceived, arrival, "", RECEIVED, "");
    }

    void settled(Arrival arrival, String sensor, Fate fate, String reason) {
        lastSettled = add(lastSettled, arrival, sensor, fate.wireName(), reason);
    }

    /** Most messages fall on the same line as the one before; the look-up is spared for those. */
    private Line add(@Nullable Line last, Arrival arrival, String sensor, String fate, String reason) {
        long minute = Math.floorDiv(arrival.at().getEpochSecond(), 60L);
        String source = arrival.source().wireName();
        Line line = last;
        if (line == null
                || line.key.minute() != minute
                || !line.key.fate().equals(fate)
                || !line.key.sensor().equals(sensor)
                || !line.key.source().equals(source)
                || !line.key.reason().equals(reason)) {
            Commit.LedgerKey key = new Commit.LedgerKey(minute, source, sensor, fate, reason);
            line = new Line(key, commit.tally(key));
        }
        line.tally.add(1);
        return line;
    }
}
