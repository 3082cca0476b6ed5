package dev.footfall.relay.uplink;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of something handed to an uplink. Reasons are sentences for an operator. */
public sealed interface PublishResult {

    /** The other side has taken responsibility for it. */
    record Stored() implements PublishResult {}

    /**
     * Not now: the link is down, or the other side is busy. It may have arrived all the same.
     *
     * @param after how long the other side asked us to wait; null if it did not
     */
    record Retry(String why, @Nullable Duration after) implements PublishResult {
        public Retry {
            requireNonNull(why, "why");
        }

        public static Retry of(String why) {
            return new Retry(why, null);
        }
    }

    /** The other side does not want it from us: trying again soon is useless until somebody changes something. */
    record Refused(String why) implements PublishResult {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /**
     * The batch is larger than the other side takes.
     *
     * @param maxBytes what a payload may have
     */
    record TooLarge(String why, int maxBytes) implements PublishResult {
        public TooLarge {
            requireNonNull(why, "why");
        }
    }
}
