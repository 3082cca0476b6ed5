package dev.footfall.relay.uplink;

import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.EncodedEvent;
import dev.footfall.relay.wire.StoreStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An uplink without a network, for tests: stores everything unless it was told to answer otherwise. Thread-safe. */
public final class FakeUplink implements Uplink {
    private final List<Batch> stored = new CopyOnWriteArrayList<>();
    private final Queue<PublishResult> answers = new ArrayDeque<>();
    private @Nullable StoreStatus status;
    private boolean broken;
    private boolean losingAnswers;
    private boolean closed;

    /** The next publications are answered so, one after the other, without being stored. */
    public synchronized void answer(PublishResult... results) {
        answers.addAll(List.of(results));
    }

    /** Nothing goes through until {@link #heal}. */
    public synchronized void breakDown() {
        broken = true;
    }

    /** What is published arrives, but its sender hears that the link is lost, until {@link #heal}. */
    public synchronized void loseAnswers() {
        losingAnswers = true;
    }

    public synchronized void heal() {
        broken = false;
        losingAnswers = false;
    }

    @Override
    public synchronized PublishResult publish(Batch batch) {
        if (closed || broken) {
            return Retry.of("the link is broken");
        }
        PublishResult answer = answers.poll();
        if (answer != null) {
            return answer;
        }
        stored.add(batch);
        return losingAnswers ? Retry.of("the answer was lost") : new Stored();
    }

    @Override
    public synchronized PublishResult announce(StoreStatus newStatus) {
        if (closed || broken) {
            return Retry.of("the link is broken");
        }
        status = newStatus;
        return new Stored();
    }

    @Override
    public synchronized void close(StoreStatus last) {
        if (!closed && !broken) {
            status = last;
        }
        closed = true;
    }

    public List<Batch> stored() {
        return stored;
    }

    /** The ids of all events that arrived, copies included. */
    public List<String> ids() {
        return stored.stream()
                .flatMap(batch -> batch.events().stream())
                .map(EncodedEvent::id)
                .toList();
    }

    /** What was announced last, or left behind. */
    public synchronized Optional<StoreStatus> lastStatus() {
        return Optional.ofNullable(status);
    }

    /** As {@link #lastStatus}, where there must be one. */
    public StoreStatus status() {
        return lastStatus().orElseThrow(() -> new AssertionError("no status was announced"));
    }

    public synchronized boolean isClosed() {
        return closed;
    }
}
