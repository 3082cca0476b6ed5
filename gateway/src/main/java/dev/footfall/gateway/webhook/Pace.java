package dev.footfall.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps below the number of messages that a group takes in a minute: WeCom and DingTalk shut out who sends more than 20. */
final class Pace {
    static final int A_MINUTE = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Instant> sent = new ArrayDeque<>();

    /** How long to wait before the next message. */
    Duration hold(Instant now) {
        // A clock that was set back must not silence us.
        sent.removeIf(at -> at.isAfter(now) || !at.plus(MINUTE).isAfter(now));
        return sent.size() < A_MINUTE
                ? Duration.ZERO
                : Duration.between(now, sent.getFirst().plus(MINUTE));
    }

    void sent(Instant now) {
        sent.addLast(now);
    }
}
