package dev.footfall.relay.link;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Counts one link's failures in a row and says how long to wait after each. Belongs to one thread. */
public final class Retries {
    /** A link must have held this long to be trusted again, or one that breaks at once would be tried without pause. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private final BackOff backOff;
    private final RandomGenerator random;
    private int attempt;
    private Instant lastFailure = Instant.MIN;

    public Retries(BackOff backOff, RandomGenerator random) {
        this.backOff = backOff;
        this.random = random;
    }

    /** The link works. To be told again and again: only one that has held for a while starts the waits anew. */
    public void succeeded(Instant now) {
        // a clock that was set back must not keep us waiting
        if (now.isBefore(lastFailure) || !now.isBefore(lastFailure.plus(STEADY))) {
            attempt = 0;
        }
    }

    /**
     * The link failed; how long to wait before the next attempt.
     *
     * @param refused true if somebody has to change something first
     * @param asked how long the other side asked us to wait; null if it did not
     */
    public Duration failed(boolean refused, @Nullable Duration asked, Instant now) {
        lastFailure = now;
        attempt++;
        if (asked != null) {
            return backOff.asked(asked, random);
        }
        return refused ? backOff.afterRefusal(random) : backOff.afterFailure(attempt, random);
    }
}
