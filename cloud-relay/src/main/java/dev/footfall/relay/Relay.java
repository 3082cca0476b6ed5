package dev.footfall.relay;

import static java.util.Objects.requireNonNull;

import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Bell;
import dev.footfall.relay.link.Retries;
import dev.footfall.relay.outbox.Outbox;
import dev.footfall.relay.outbox.OutboxEntry;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.PublishResult;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.uplink.PublishResult.TooLarge;
import dev.footfall.relay.uplink.Uplink;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.StoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the outbox to one target, in order, for ever: <b>pull → publish → confirm</b>. A crash between publish and
 * confirm sends the same entries again, under the same ids; a crash anywhere else changes nothing. Nothing is skipped,
 * given up or reordered.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    static final int MAX_ENTRIES = 200;
    static final int MAX_BYTES = 128 * 1024;
    /** How often an idle link is looked at. */
    static final Duration IDLE = Duration.ofSeconds(5);
    /** How often the status document follows the figures in it; that nothing is pending any more is told sooner. */
    static final Duration STATUS_EVERY = Duration.ofSeconds(30);

    private static final Duration STOP = Duration.ofSeconds(3);

    private final String target;
    private final Outbox outbox;
    private final Uplink uplink;
    private final EventWriter writer;
    private final Retries retries;
    private final InstantSource clock;
    private final RelayReport report;
    private final Bell bell = new Bell();
    private final Instant started;
    private final Thread thread;

    private boolean probing = true;
    private int maxBytes = MAX_BYTES;
    private @Nullable StoreStatus told;
    private Instant toldAt = Instant.MIN;

    /**
     * A relay that does nothing until {@link #start}.
     *
     * @param target names the cursor in the outbox; the same in every run
     * @param uplink is closed together with the relay
     */
    public Relay(
            String target,
            Outbox outbox,
            Uplink uplink,
            EventWriter writer,
            BackOff backOff,
            RandomGenerator random,
            InstantSource clock) {
        this.target = target;
        this.outbox = outbox;
        this.uplink = uplink;
        this.writer = writer;
        this.clock = clock;
        retries = new Retries(backOff, random);
        started = clock.instant();
        report = new RelayReport(target, started, LOG);
        thread = Thread.ofPlatform().daemon().name("relay " + target).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** How it is doing. Asks the outbox, which may mean the disk. */
    public RelayStatus status() {
        return report.with(outbox.status(target));
    }

    /** Stops after the batch under way and leaves a goodbye; returns within a few seconds. */
    @Override
    public void close() {
        bell.close();
        if (thread.getState() == Thread.State.NEW) {
            uplink.close(goodbye());
            return;
        }
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
                if (!thread.join(STOP)) {
                    LOG.warn("relay [{}] did not stop in time; what it was sending will be sent again", target);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (var registration = outbox.onCommit(bell::ring)) {
            while (!bell.isClosed()) {
                Pause pause = guardedRound();
                bell.await(pause.length(), pause.endsWithNews());
            }
        } finally {
            uplink.close(goodbye());
            report.stopped(clock.instant());
        }
    }

    /** What follows a round: a wait, cut short by new entries or not. */
    record Pause(Duration length, boolean endsWithNews) {
        static final Pause NONE = new Pause(Duration.ZERO, true);
    }

    Pause guardedRound() {
        try {
            return round();
        } catch (RuntimeException e) {
            // the outermost loop: whatever the outbox's storage throws is told and tried again
            LOG.debug("relay [{}]", target, e);
            return failed(Retry.of("the outbox failed: " + e.getMessage()));
        }
    }

    /** One turn of the loop; what the thread does, and tests without it. */
    Pause round() {
        Position cursor = outbox.cursor(target);
        List<OutboxEntry> entries = outbox.after(cursor, probing ? 1 : MAX_ENTRIES);
        PublishResult announced = uplink.announce(statusToTell(cursor, entries.isEmpty()));
        if (!(announced instanceof Stored)) {
            return failed(announced);
        }
        if (entries.isEmpty()) {
            succeeded(0);
            return new Pause(IDLE, true);
        }
        Batch batch = Batch.of(entries, writer, maxBytes);
        return switch (uplink.publish(batch)) {
            case Stored stored -> {
                outbox.confirm(target, batch.last());
                succeeded(batch.size());
                yield Pause.NONE;
            }
            case TooLarge tooLarge -> shrink(batch, tooLarge);
            case Retry retry -> failed(retry);
            case Refused refused -> failed(refused);
        };
    }

    private void succeeded(int delivered) {
        probing = false;
        retries.succeeded(clock.instant());
        report.delivering(clock.instant(), delivered);
    }

    private Pause failed(PublishResult failure) {
        // a broken link is tried with one entry: a whole batch that cannot arrive costs a store's mobile data
        probing = true;
        maxBytes = MAX_BYTES;
        report.failed(clock.instant(), failure);
        Duration asked = failure instanceof Retry retry ? retry.after() : null;
        return new Pause(retries.failed(!(failure instanceof Retry), asked, clock.instant()), false);
    }

    private Pause shrink(Batch batch, TooLarge answer) {
        if (batch.size() == 1) {
            return failed(new Refused(answer.why() + "; the event ["
                    + batch.events().getFirst().id() + "] has " + batch.payload().length));
        }
        maxBytes = Math.min(answer.maxBytes(), batch.payload().length / 2);
        return Pause.NONE;
    }

    /** Counting what is pending may mean reading much of the outbox, so it is not done in every round. */
    private StoreStatus statusToTell(Position cursor, boolean nothingPending) {
        Instant now = clock.instant();
        StoreStatus last = told;
        if (last != null && !due(last, now, nothingPending)) {
            return last;
        }
        long pending = nothingPending ? 0 : outbox.status(target).pending();
        StoreStatus fresh = StoreStatus.online(started, pending, cursor);
        told = fresh;
        toldAt = now;
        return fresh;
    }

    private boolean due(StoreStatus last, Instant now, boolean nothingPending) {
        boolean caughtUp = nothingPending && requireNonNull(last.pending()) > 0;
        Instant next = toldAt.plus(caughtUp ? IDLE : STATUS_EVERY);
        // a clock that was set back must not silence us
        return now.isBefore(toldAt) || !now.isBefore(next);
    }

    private StoreStatus goodbye() {
        try {
            return StoreStatus.stopped(clock.instant(), outbox.status(target).pending(), outbox.cursor(target));
        } catch (RuntimeException e) {
            LOG.debug("relay [{}]", target, e);
            return new StoreStatus(false, clock.instant(), null, null, "stopped");
        }
    }
}
