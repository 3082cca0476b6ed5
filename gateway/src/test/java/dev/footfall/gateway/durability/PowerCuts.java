package dev.footfall.gateway.durability;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The power-cut shim, compiled for this machine, and looks at the disk as it would be if the power failed. */
final class PowerCuts {
    private final Path library;
    private final Path shadow;
    private final Path cut;

    PowerCuts(Path folder) throws IOException, InterruptedException {
        library = folder.resolve("power-cut.so");
        shadow = Files.createDirectories(folder.resolve("shadow"));
        cut = Files.createDirectories(folder.resolve("cut"));
        Path source = Path.of("src/test/c/power-cut.c").toAbsolutePath();
        Process compiler;
        try {
            compiler = new ProcessBuilder(
                            "gcc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw e;
            }
            Assumptions.abort("skipped: gcc is not installed, and the power-cut shim must be compiled");
            return;
        }
        if (compiler.waitFor() != 0) {
            throw new IOException("the power-cut shim does not compile");
        }
    }

    Map<String, String> environment(Path root) {
        return Map.of("PC_ROOT", root.toString(), "PC_SHADOW", shadow.toString(), "LD_PRELOAD", library.toString());
    }

    /**
     * Cuts the power: looks at what is on the disk at this moment.
     *
     * @param count query for one number
     * @return the number, or 0 if there is no such table yet
     */
    long count(String count) throws IOException, SQLException {
        try (FileChannel file =
                        FileChannel.open(shadow.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            copyFiles(lock);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + cut.resolve("footfall.db"));
                Statement statement = connection.createStatement()) {
            if (!"ok".equals(text(statement, "PRAGMA integrity_check"))) {
                throw new IllegalStateException("the database on the disk is damaged");
            }
            boolean created =
                    !text(statement, "SELECT count(*) FROM sqlite_schema").equals("0");
            return created ? Long.parseLong(text(statement, count)) : 0;
        }
    }

    private void copyFiles(FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the shadow must be locked");
        }
        for (String name : new String[] {"footfall.db", "footfall.db-wal", "footfall.db-shm"}) {
            Files.deleteIfExists(cut.resolve(name));
        }
        try (Stream<Path> files = Files.list(shadow)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("footfall\\.db(-wal)?"))
                    .toList()) {
                Files.copy(file, cut.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }
}
