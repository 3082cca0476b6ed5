package dev.footfall.relay;

import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.uplink.PublishResult;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Counts failures in a row and says how long to wait after each. */
final class Retries {
    /** A link must have held this long to be trusted again, or one that breaks at once would be tried without pause. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private final BackOff backOff;
    private final RandomGenerator random;
    private int attempt;
    private Instant lastFailure = Instant.MIN;

    Retries(BackOff backOff, RandomGenerator random) {
        this.backOff = backOff;
        this.random = random;
    }

    void succeeded(Instant now) {
        // a clock that was set back must not keep us waiting
        if (now.isBefore(lastFailure) || !now.isBefore(lastFailure.plus(STEADY))) {
            attempt = 0;
        }
    }

    Duration failed(PublishResult failure, Instant now) {
        lastFailure = now;
        attempt++;
        return switch (failure) {
            case PublishResult.Retry retry ->
                retry.after() == null ? backOff.afterFailure(attempt, random) : backOff.asked(retry.after(), random);
            case PublishResult.Refused refused -> backOff.afterRefusal(random);
            case PublishResult.TooLarge tooLarge -> backOff.afterRefusal(random);
            case PublishResult.Stored stored -> throw new IllegalArgumentException("stored is no failure");
        };
    }
}
