package dev.footfall.gateway.journal;

import dev.footfall.measurement.Measurement;
import dev.footfall.relay.outbox.Outbox;
import dev.footfall.relay.outbox.OutboxContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {
    @TempDir
    Path folder;

    private Journal journal;
    private SqliteOutbox outbox;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, "shop", "", Instant.parse("2026-11-22T09:00:00Z"));
        outbox = new SqliteOutbox(journal);
    }

    @AfterEach
    void close() {
        outbox.close();
        journal.close();
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void append(Instant recordedAt, List<Measurement> measurements) {
        Commit commit = new Commit();
        commit.publish(measurements);
        journal.commit(commit, recordedAt);
        outbox.committed();
    }
}
