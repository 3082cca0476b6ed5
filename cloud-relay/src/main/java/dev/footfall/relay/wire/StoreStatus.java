package dev.footfall.relay.wire;

import dev.footfall.relay.outbox.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What head office is told about the gateway itself.
 *
 * @param online false once it has gone, or will have if this is a last will
 * @param since when that began, by the gateway's clock; null in a last will, whose moment nobody can know beforehand
 * @param pending entries not confirmed yet; null if unknown
 * @param delivered up to where head office has everything; null if unknown. What a receiver has not got by then is lost
 * @param reason why it is offline; null if it is not
 */
public record StoreStatus(
        boolean online,
        @Nullable Instant since,
        @Nullable Long pending,
        @Nullable Position delivered,
        @Nullable String reason) {

    /** What the broker says for us when the connection ends without a goodbye. */
    public static final StoreStatus LOST = new StoreStatus(false, null, null, null, "connection lost");

    public static StoreStatus online(Instant since, long pending, Position delivered) {
        return new StoreStatus(true, since, pending, delivered, null);
    }

    /** The goodbye of a gateway that is being stopped. */
    public static StoreStatus stopped(Instant since, long pending, Position delivered) {
        return new StoreStatus(false, since, pending, delivered, "stopped");
    }
}
