package dev.footfall.gateway.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A copy of the database in one file: everything up to one commit, taken beside a running gateway, and put back into a folder
 * that no gateway uses. A file appears under its name only when it is whole, checked and on disk.
 */
public final class BackupFile {
    private static final String[] OF_A_DATABASE = {"footfall.db", "footfall.db-wal", "footfall.db-shm"};

    private BackupFile() {}

    /**
     * What a database holds.
     *
     * @param store the store's id
     * @param newest end of the newest published window, null if there is none
     */
    public record Content(String store, @Nullable Instant newest, long bytes) {}

    /**
     * Copies the database of a data folder into a file.
     *
     * @param replace true if the file may exist
     * @throws JournalProblem one sentence on what is wrong and what to do
     */
    public static Content write(Path folder, Path file, boolean replace) {
        Path database = new JournalFiles(folder).database();
        if (!Files.isRegularFile(database)) {
            throw new JournalProblem(
                    "there is no database in [" + folder + "]: name the gateway's data folder with --data");
        }
        if (!replace && Files.exists(file)) {
            throw new JournalProblem("[" + file + "] exists already: choose another name, or --force to replace it");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + database);
                    PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                Schema.run(connection, "PRAGMA busy_timeout=60000");
                copy.setString(1, partial.toString());
                copy.execute();
            }
            ownerAndGroup(partial);
            Content content = check(partial);
            sync(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return content;
        } catch (SQLException | IOException e) {
            throw new JournalProblem(
                    "the backup [" + file + "] cannot be written (" + reason(e)
                            + "): see that its folder exists, can be written and has room for "
                            + mebibytes(database) + " MB",
                    e);
        } finally {
            discard(partial);
        }
    }

    /**
     * Puts a backup into a data folder. What the folder held is kept beside it.
     *
     * @param replace true if the folder may hold a database already
     * @return what was put back
     * @throws JournalProblem one sentence on what is wrong and what to do; nothing is changed then
     */
    public static Content restore(Path file, Path folder, boolean replace, Instant now) {
        if (!Files.isRegularFile(file)) {
            throw new JournalProblem("there is no backup [" + file + "]: name a file that `footfall backup` wrote");
        }
        Content content = check(file);
        try (JournalFiles files = new JournalFiles(folder)) {
            files.claim();
            Path database = files.database();
            if (!replace && Files.exists(database)) {
                throw new JournalProblem("the data folder [" + folder
                        + "] holds a database already: name an empty one, or --force to put that one aside");
            }
            Path partial = folder.resolve("footfall.db.partial");
            try {
                Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
                asRestored(partial, now);
                sync(partial);
                putAside(folder, now);
                Files.move(partial, database, StandardCopyOption.ATOMIC_MOVE);
            } catch (SQLException | IOException e) {
                throw new JournalProblem(
                        "the backup cannot be put into [" + folder + "] (" + reason(e)
                                + "): see that it can be written and has room for " + mebibytes(file) + " MB",
                        e);
            } finally {
                discard(partial);
            }
        }
        return content;
    }

    /** What was sent since the backup must not meet other rows of the same number: a new epoch begins. */
    private static void asRestored(Path file, Instant now) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file)) {
            Schema.run(
                    connection,
                    "PRAGMA journal_mode=DELETE",
                    "DELETE FROM meta WHERE key='epoch'",
                    "INSERT INTO meta VALUES ('restored', '" + now
                            + "') ON CONFLICT DO UPDATE SET value=excluded.value");
        }
    }

    private static void putAside(Path folder, Instant now) throws IOException {
        Path aside = folder.resolve("replaced-" + now.getEpochSecond());
        for (String name : OF_A_DATABASE) {
            Path old = folder.resolve(name);
            if (Files.exists(old)) {
                Files.createDirectories(aside);
                Files.move(old, aside.resolve(name));
            }
        }
    }

    /** Reads the file to its end. */
    private static Content check(Path file) {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file)) {
            Schema.readerSettings(connection);
            String verdict = Schema.text(connection, "PRAGMA integrity_check(1)");
            String store = Schema.text(connection, "SELECT value FROM meta WHERE key='store'");
            int version = Integer.parseInt(Schema.text(connection, "PRAGMA user_version"));
            if (!verdict.equals("ok") || store.isEmpty()) {
                throw new JournalProblem("[" + file + "] is damaged (" + verdict + "): take another backup");
            }
            if (version > Schema.VERSION) {
                throw new JournalProblem("[" + file + "] has version [" + version + "], this program knows up to ["
                        + Schema.VERSION + "]: install the newer program first");
            }
            String newest = Schema.text(connection, "SELECT max(\"end\") FROM measurement WHERE open=0");
            return new Content(
                    store,
                    newest.isEmpty() || newest.equals("null") ? null : Instant.ofEpochMilli(Long.parseLong(newest)),
                    Files.size(file));
        } catch (SQLException | IOException e) {
            throw new JournalProblem(
                    "[" + file + "] is no backup of a gateway (" + reason(e)
                            + "): name a file that `footfall backup` wrote",
                    e);
        }
    }

    private static void ownerAndGroup(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException ignored) {
            // A partial file is written over by the next try.
        }
    }

    private static long mebibytes(Path file) {
        return file.toFile().length() / (1 << 20) + 1;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
