package dev.footfall.relay.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter, so that a whole chain of stores does not come
 * back in the same second. A pure function of the attempt number and the random numbers given.
 *
 * @param base the most that the first wait can be; the bound doubles with each attempt
 * @param cap the most that any wait can be
 * @param afterRefusal the least to wait after the other side refused us (wrong credentials, no permission); up to half as
 *     much again is added at random
 */
public record BackOff(Duration base, Duration cap, Duration afterRefusal) {

    public static final BackOff DEFAULT =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60));

    /** Beyond this the doubled base is above every sensible cap, and below it cannot overflow. */
    private static final int MOST_DOUBLINGS = 20;

    public BackOff {
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("base [" + base + "] must be positive");
        }
        if (cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("cap [" + cap + "] must not be below base [" + base + "]");
        }
        if (afterRefusal.isNegative()) {
            throw new IllegalArgumentException("afterRefusal [" + afterRefusal + "] must not be negative");
        }
    }

    /**
     * The wait after the nth failure in a row.
     *
     * @param attempt 1 after the first failure
     */
    public Duration afterFailure(int attempt, RandomGenerator random) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt [" + attempt + "] must be at least 1");
        }
        Duration doubled = base.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration bound = doubled.compareTo(cap) < 0 ? doubled : cap;
        return upTo(bound, random);
    }

    /** The wait after a refusal: the same whatever the number, never shorter than {@link #afterRefusal()}. */
    public Duration afterRefusal(RandomGenerator random) {
        return afterRefusal.plus(upTo(afterRefusal.dividedBy(2), random));
    }

    /** The wait when the other side named one: never shorter, and up to a tenth longer. */
    public Duration asked(Duration wait, RandomGenerator random) {
        return wait.plus(upTo(wait.dividedBy(10), random));
    }

    private static Duration upTo(Duration bound, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(bound.toNanos() + 1));
    }
}
