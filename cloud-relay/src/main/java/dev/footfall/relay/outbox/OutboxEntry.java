package dev.footfall.relay.outbox;

import static java.util.Objects.requireNonNull;

import dev.footfall.measurement.Measurement;
import java.time.Instant;

/**
 * One measurement on its way to head office. Never changed once written: a corrected measurement is a new entry with a
 * higher revision.
 *
 * @param epoch number of the database's life, see {@link Position}
 * @param seq 1 for the first entry of the epoch, then one more each time without a gap
 * @param recordedAt when it was committed, by the gateway's clock; says nothing about order
 * @param measurement what is to be told
 */
public record OutboxEntry(long epoch, long seq, Instant recordedAt, Measurement measurement) {

    public OutboxEntry {
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch [" + epoch + "] must be at least 1");
        }
        if (seq < 1) {
            throw new IllegalArgumentException("seq [" + seq + "] must be at least 1");
        }
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(measurement, "measurement");
    }

    public Position position() {
        return new Position(epoch, seq);
    }
}
