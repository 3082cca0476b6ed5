package dev.footfall.relay;

import dev.footfall.relay.RelayStatus.State;
import dev.footfall.relay.outbox.OutboxStatus;
import dev.footfall.relay.uplink.PublishResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Keeps a relay's state for those who ask, and logs each change of it once. Thread-safe. */
final class RelayReport {
    private final String target;
    private final Logger log;
    private State state = State.STARTING;
    private Instant since;
    private @Nullable String lastError;
    private long delivered;
    private long reconnects;

    RelayReport(String target, Instant since, Logger log) {
        this.target = target;
        this.since = since;
        this.log = log;
    }

    synchronized RelayStatus with(OutboxStatus pending) {
        return new RelayStatus(state, since, pending.pending(), pending.oldest(), lastError, delivered, reconnects);
    }

    synchronized void delivering(Instant now, int entries) {
        delivered += entries;
        switch (state) {
            case DELIVERING -> {}
            case STARTING, STOPPED -> log.info("relay [{}] reaches its target", target);
            case RETRYING, REFUSED -> {
                reconnects++;
                log.info(
                        "relay [{}] delivers again after {} s",
                        target,
                        Duration.between(since, now).toSeconds());
            }
        }
        enter(State.DELIVERING, now);
    }

    synchronized void failed(Instant now, PublishResult failure) {
        String why = switch (failure) {
            case PublishResult.Retry retry -> retry.why();
            case PublishResult.Refused refused -> refused.why();
            case PublishResult.TooLarge tooLarge -> tooLarge.why();
            case PublishResult.Stored stored -> throw new IllegalArgumentException("stored is no failure");
        };
        State next = failure instanceof PublishResult.Retry ? State.RETRYING : State.REFUSED;
        if (next != state || !why.equals(lastError)) {
            log.warn("relay [{}] cannot deliver: {}; nothing is lost, it tries again", target, why);
        }
        lastError = why;
        enter(next, now);
    }

    synchronized void stopped(Instant now) {
        enter(State.STOPPED, now);
    }

    private void enter(State next, Instant now) {
        if (next != state) {
            state = next;
            since = now;
        }
    }
}
