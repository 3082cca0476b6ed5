package dev.footfall.gateway.journal;

import dev.footfall.gateway.api.StoredAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database file and the one connection that writes it. {@link #commit} returns when everything is on disk. Reading
 * goes through {@link JournalReader}, each with a connection of its own.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String BEGIN = "BEGIN IMMEDIATE";
    private static final String COMMIT = "COMMIT";
    private static final long CHECKPOINT_BYTES = 4L << 20;

    private final JournalFiles files;
    private final Connection connection;
    private final CommitStatements statements;
    private final ReentrantLock writing = new ReentrantLock();
    private final long epoch;
    private long walBytes;

    private Journal(JournalFiles files, Connection connection, long epoch, String store, String currency)
            throws SQLException {
        this.files = files;
        this.connection = connection;
        this.epoch = epoch;
        this.statements = new CommitStatements(connection, epoch, store, currency);
    }

    /**
     * Opens the data folder, creating what is missing.
     *
     * @param store the store's id, part of every outgoing row
     * @param currency the store's currency code, empty if none
     * @throws JournalProblem one sentence on what is wrong with the folder and what to do
     */
    public static Journal open(Path folder, String store, String currency, Instant now) {
        JournalFiles files = new JournalFiles(folder);
        files.claim();
        boolean done = false;
        try {
            Journal journal = connect(files, store, currency, now);
            files.fillBallast();
            done = true;
            return journal;
        } catch (SQLiteException e) {
            throw problem(folder, e);
        } catch (SQLException | IOException e) {
            throw new JournalProblem("the database in [" + folder + "] cannot be opened: " + e.getMessage(), e);
        } finally {
            if (!done) {
                files.close();
            }
        }
    }

    private static Journal connect(JournalFiles files, String store, String currency, Instant now)
            throws SQLException, IOException {
        Connection connection = opened(files, now);
        String known = Schema.text(connection, "SELECT value FROM meta WHERE key='epoch'");
        long epoch = known.isEmpty() ? Math.max(1, now.getEpochSecond()) : Long.parseLong(known);
        Schema.run(connection, BEGIN);
        put(connection, "epoch", Long.toString(epoch));
        put(connection, "store", store);
        put(connection, "clean", "no");
        Schema.run(connection, COMMIT);
        return new Journal(files, connection, epoch, store, currency);
    }

    /** A healthy database: after an unclean stop it is checked, and moved aside if it is damaged. */
    private static Connection opened(JournalFiles files, Instant now) throws SQLException, IOException {
        Connection connection = null;
        try {
            connection = prepared(files.database());
            boolean unclean = "no".equals(Schema.text(connection, "SELECT value FROM meta WHERE key='clean'"));
            if (!unclean || "ok".equals(Schema.text(connection, "PRAGMA quick_check(1)"))) {
                return connection;
            }
            connection.close();
        } catch (SQLiteException e) {
            if (connection != null) {
                connection.close();
            }
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_CORRUPT
                    && e.getResultCode() != SQLiteErrorCode.SQLITE_NOTADB) {
                throw e;
            }
        }
        Path aside = files.quarantine(Long.toString(now.getEpochSecond()));
        LOG.error(
                "The database was damaged. It was moved to {} and counting goes on in a new one; keep the folder for"
                        + " salvage.",
                aside);
        return prepared(files.database());
    }

    private static Connection prepared(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false); // otherwise every insert costs a query more
        Connection connection = config.createConnection("jdbc:sqlite:" + database);
        try {
            Schema.requireSafeSqlite(connection);
            Schema.writerSettings(connection);
            Schema.migrate(connection);
            return connection;
        } catch (SQLException | JournalProblem e) {
            connection.close();
            throw e;
        }
    }

    private static void put(Connection connection, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value=excluded.value")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    private static JournalProblem problem(Path folder, SQLiteException e) {
        return switch (e.getResultCode()) {
            case SQLITE_FULL ->
                new JournalProblem(
                        "the disk of the data folder [" + folder + "] is full: free at least 64 MB and start again", e);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY_DIRECTORY ->
                new JournalProblem(
                        "the database in [" + folder + "] cannot be written: give this user the right to write there",
                        e);
            default -> new JournalProblem("the database in [" + folder + "] cannot be opened: " + e.getMessage(), e);
        };
    }

    public Path database() {
        return files.database();
    }

    /** Number of this database's life, for the outbox. */
    public long epoch() {
        return epoch;
    }

    /**
     * Writes everything in one transaction and returns when it is on disk. On failure nothing is written and the same
     * commit may be tried again.
     *
     * @throws CommitFailed if the disk is full or does not answer
     */
    public void commit(Commit commit, Instant now) {
        writing.lock();
        try {
            Schema.run(connection, BEGIN);
            walBytes += statements.write(commit, now);
            Schema.run(connection, COMMIT);
            statements.committed();
            checkpointIfLarge();
        } catch (SQLException e) {
            rollBack();
            boolean full = e instanceof SQLiteException s && s.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
            throw new CommitFailed(full && files.dropBallast(), full, e);
        } finally {
            writing.unlock();
        }
    }

    /** A commit that did not happen; {@code relieved} if space was freed since, so that it may work at once. */
    public static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean relieved;
        private final boolean full;

        CommitFailed(boolean relieved, boolean full, SQLException cause) {
            super(full ? "the disk is full" : "the database did not take a commit: " + cause.getMessage(), cause);
            this.relieved = relieved;
            this.full = full;
        }

        public boolean relieved() {
            return relieved;
        }

        public boolean diskFull() {
            return full;
        }
    }

    /** A small change outside the writer's commits, in a transaction of its own. */
    interface Change {
        void apply(Connection connection) throws SQLException;
    }

    void change(Change change) {
        writing.lock();
        try {
            Schema.run(connection, BEGIN);
            change.apply(connection);
            Schema.run(connection, COMMIT);
        } catch (SQLException e) {
            rollBack();
            throw new IllegalStateException("the database did not take a change: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Deletes raw observations of days before the given one, then of the oldest days until the rest fits the budget, and
     * outbox rows that all targets have.
     *
     * @param maxBytes budget for raw observations
     * @param targets names of the configured relay targets; without any, outbox rows are kept 90 days
     */
    public void prune(LocalDate keepFrom, long maxBytes, List<String> targets, Instant now) {
        change(connection -> Pruning.prune(connection, keepFrom, maxBytes, targets, now));
    }

    /** Keeps the configuration that the measurements were made with, so that reports can be read without it. */
    public void remember(String key, String value) {
        change(connection -> put(connection, key, value));
    }

    /**
     * Records that somebody takes care of an exception.
     *
     * @return whether there is such an exception
     */
    public boolean acknowledge(String id, StoredAlert.Acknowledgement by) {
        boolean[] known = {false};
        change(connection -> known[0] = AlertTable.acknowledge(connection, id, by));
        return known[0];
    }

    /** A checkpoint that fails is tried again later; the commit before it stands. */
    private void checkpointIfLarge() {
        if (walBytes > CHECKPOINT_BYTES) {
            walBytes = 0;
            try {
                Schema.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            } catch (SQLException e) {
                LOG.debug("Checkpoint put off: {}", e.getMessage());
            }
        }
    }

    /** SQLite may have rolled back by itself, when the disk is full for example; then there is nothing left to do. */
    private void rollBack() {
        try {
            Schema.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            put(connection, "clean", "yes");
            statements.close();
            Schema.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            connection.close();
        } catch (SQLException e) {
            LOG.error("Closing the database failed, it will be checked at the next start: {}", e.getMessage());
        } finally {
            writing.unlock();
            files.close();
        }
    }
}
