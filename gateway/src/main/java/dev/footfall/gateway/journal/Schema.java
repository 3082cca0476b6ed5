package dev.footfall.gateway.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Version and settings of the database file. */
final class Schema {
    /** What brings a database from each version to the next, from the first on. */
    private static final List<String> STEPS = List.of(
            "schema.sql",
            "schema-2.sql",
            "calibration.sql",
            "alert-news.sql",
            "audit.sql",
            "marker.sql",
            "refused-code.sql",
            "member.sql",
            "reasons.sql");

    static final int VERSION = STEPS.size();
    /** Below this, two connections at a checkpoint can corrupt the file. */
    private static final int[] OLDEST_SAFE_SQLITE = {3, 51, 3};

    private Schema() {}

    /** Settings of the one connection that writes: every commit is on disk when it returns. */
    static void writerSettings(Connection connection) throws SQLException {
        run(
                connection,
                "PRAGMA journal_mode=WAL",
                "PRAGMA synchronous=FULL",
                "PRAGMA wal_autocheckpoint=0",
                "PRAGMA journal_size_limit=4194304",
                "PRAGMA secure_delete=FAST",
                "PRAGMA cell_size_check=ON",
                "PRAGMA trusted_schema=OFF",
                "PRAGMA foreign_keys=ON",
                "PRAGMA cache_size=-4096");
    }

    static void readerSettings(Connection connection) throws SQLException {
        run(connection, "PRAGMA query_only=ON", "PRAGMA busy_timeout=5000", "PRAGMA trusted_schema=OFF");
    }

    /** @throws JournalProblem if the linked SQLite is too old to be trusted */
    static void requireSafeSqlite(Connection connection) throws SQLException {
        String version = text(connection, "SELECT sqlite_version()");
        int[] parts =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        if (Arrays.compare(parts, OLDEST_SAFE_SQLITE) < 0) {
            throw new JournalProblem("SQLite [" + version
                    + "] must be 3.51.3 or newer: older ones can damage the file. Update sqlite-jdbc.");
        }
    }

    /** Creates what this version has and the file lacks; refuses a file written by a newer version. */
    static void migrate(Connection connection) throws SQLException {
        int found = Integer.parseInt(text(connection, "PRAGMA user_version"));
        if (found > VERSION) {
            throw new JournalProblem("the database has version [" + found + "], this program knows up to [" + VERSION
                    + "]: install the newer program again, or restore a backup made by this one");
        }
        if (found < VERSION) {
            run(connection, "BEGIN IMMEDIATE");
            for (String step : STEPS.subList(found, VERSION)) {
                for (String statement : script(step).split(";")) {
                    if (!statement.isBlank()) {
                        run(connection, statement);
                    }
                }
            }
            run(connection, "PRAGMA user_version=" + VERSION);
            run(connection, "COMMIT");
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
