package dev.footfall.relay.outbox;

import dev.footfall.measurement.Measurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The outbox without a disk, for tests; keeps the whole contract. */
public final class InMemoryOutbox implements Outbox {
    private final List<OutboxEntry> entries = new ArrayList<>();
    private final Map<String, Position> cursors = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Position last;

    public InMemoryOutbox() {
        this(1);
    }

    public InMemoryOutbox(long epoch) {
        last = new Position(epoch, 0);
    }

    /** Commits these measurements, in this order, and tells the listeners. */
    public void append(Instant recordedAt, List<Measurement> measurements) {
        synchronized (this) {
            for (Measurement measurement : measurements) {
                last = new Position(last.epoch(), last.seq() + 1);
                entries.add(new OutboxEntry(last.epoch(), last.seq(), recordedAt, measurement));
            }
        }
        if (!measurements.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
    }

    /** What a restored database does: the next entry starts a new epoch at 1. */
    public synchronized void beginEpoch(long epoch) {
        if (epoch <= last.epoch()) {
            throw new IllegalArgumentException("epoch [" + epoch + "] must be greater than [" + last.epoch() + "]");
        }
        last = new Position(epoch, 0);
    }

    /** Deletes what lies at or before a position, as retention does. */
    public synchronized void deleteUpTo(Position position) {
        entries.removeIf(entry -> !entry.position().isAfter(position));
    }

    @Override
    public synchronized List<OutboxEntry> after(Position position, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit [" + limit + "] must be at least 1");
        }
        return entries.stream()
                .filter(entry -> entry.position().isAfter(position))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Position cursor(String target) {
        return cursors.getOrDefault(target, Position.START);
    }

    @Override
    public synchronized void confirm(String target, Position upTo) {
        if (upTo.isAfter(last)) {
            throw new IllegalArgumentException("position [" + upTo + "] must not be after the last entry " + last);
        }
        if (upTo.isAfter(cursor(target))) {
            cursors.put(target, upTo);
        }
    }

    @Override
    public synchronized OutboxStatus status(String target) {
        List<OutboxEntry> pending = after(cursor(target), Integer.MAX_VALUE);
        return pending.isEmpty()
                ? OutboxStatus.EMPTY
                : new OutboxStatus(pending.size(), pending.getFirst().recordedAt());
    }

    @Override
    public Registration onCommit(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
