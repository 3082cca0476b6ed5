package dev.footfall.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one relay target is doing.
 *
 * @param state what it is up to
 * @param since when that began
 * @param pending entries the target has not confirmed
 * @param oldest when the first of them was recorded; null if there are none
 * @param lastError the last thing that went wrong, as a sentence, kept after recovery; null if nothing ever did
 * @param delivered entries confirmed since the start
 * @param reconnects how often delivery resumed after a failure, since the start
 */
public record RelayStatus(
        State state,
        Instant since,
        long pending,
        @Nullable Instant oldest,
        @Nullable String lastError,
        long delivered,
        long reconnects) {

    /** What a relay is up to. */
    public enum State {
        /** Has not reached the target yet. */
        STARTING,
        /** Reaches it; everything goes through. */
        DELIVERING,
        /** Does not reach it, and tries again. */
        RETRYING,
        /** Was turned away; somebody has to change something. Tries again rarely. */
        REFUSED,
        STOPPED
    }

    /** How long the oldest entry has waited; zero if none does, or if the clock was set back meanwhile. */
    public Duration oldestAge(Instant now) {
        return oldest == null || now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
