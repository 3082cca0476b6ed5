package dev.footfall.relay.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one relay target is behind.
 *
 * @param pending entries it has not confirmed
 * @param oldest when the first of them was recorded; null if there are none
 */
public record OutboxStatus(long pending, @Nullable Instant oldest) {

    public static final OutboxStatus EMPTY = new OutboxStatus(0, null);

    public OutboxStatus {
        if (pending < 0) {
            throw new IllegalArgumentException("pending [" + pending + "] must not be negative");
        }
        if ((pending == 0) != (oldest == null)) {
            throw new IllegalArgumentException(
                    "oldest [" + oldest + "] must be given if and only if entries are pending");
        }
    }
}
