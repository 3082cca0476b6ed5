package dev.footfall.gateway.journal;

import dev.footfall.relay.outbox.Outbox;
import dev.footfall.relay.outbox.OutboxEntry;
import dev.footfall.relay.outbox.OutboxStatus;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.wire.MeasurementReader;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The outbox in the journal's database. Reads have a connection of their own; cursors are moved by the writer's. */
public final class SqliteOutbox implements Outbox, AutoCloseable {
    private final Journal journal;
    private final JournalReader reader;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public SqliteOutbox(Journal journal) {
        this.journal = journal;
        this.reader = JournalReader.openFile(journal.database());
    }

    /** To be called by the writer after each commit that published rows. */
    public void committed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<OutboxEntry> after(Position position, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit [" + limit + "] must be at least 1");
        }
        return reader.list(
                "SELECT epoch, seq, recorded_at, row FROM outbox WHERE (epoch, seq) > (?, ?) ORDER BY epoch, seq LIMIT ?",
                s -> {
                    position(s, position);
                    s.setInt(3, limit);
                },
                r -> new OutboxEntry(
                        r.getLong(1),
                        r.getLong(2),
                        Instant.ofEpochMilli(r.getLong(3)),
                        MeasurementReader.read(r.getBytes(4)).measurement()));
    }

    @Override
    public Position cursor(String target) {
        return reader
                .list(
                        "SELECT epoch, seq FROM relay_cursor WHERE target=?",
                        s -> s.setString(1, target),
                        r -> new Position(r.getLong(1), r.getLong(2)))
                .stream()
                .findFirst()
                .orElse(Position.START);
    }

    @Override
    public void confirm(String target, Position upTo) {
        if (!upTo.isAfter(cursor(target))) {
            return;
        }
        if (after(new Position(upTo.epoch(), upTo.seq() - 1), 1).isEmpty()) {
            throw new IllegalArgumentException("no entry was written at [" + upTo + "] or after it");
        }
        journal.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO relay_cursor VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET epoch=excluded.epoch, seq=excluded.seq""")) {
                statement.setString(1, target);
                statement.setLong(2, upTo.epoch());
                statement.setLong(3, upTo.seq());
                statement.executeUpdate();
            }
        });
    }

    @Override
    public OutboxStatus status(String target) {
        Position cursor = cursor(target);
        return reader.list(
                        "SELECT count(*), min(recorded_at) FROM outbox WHERE (epoch, seq) > (?, ?)",
                        s -> position(s, cursor),
                        r -> r.getLong(1) == 0
                                ? OutboxStatus.EMPTY
                                : new OutboxStatus(r.getLong(1), Instant.ofEpochMilli(r.getLong(2))))
                .getFirst();
    }

    @Override
    public Registration onCommit(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void position(PreparedStatement statement, Position position) throws java.sql.SQLException {
        statement.setLong(1, position.epoch());
        statement.setLong(2, position.seq());
    }

    @Override
    public void close() {
        reader.close();
    }
}
