package dev.footfall.gateway.cli.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one folder a demo writes to; it is removed at the end. */
record DemoFolder(Path path, PrintWriter err) implements AutoCloseable {

    /**
     * Makes {@code footfall-demo-PID} in the folder for temporary files.
     *
     * @throws IOException if it cannot be made
     */
    static DemoFolder create(PrintWriter err) throws IOException {
        String temporary = System.getenv("TMPDIR");
        Path parent =
                Path.of(temporary == null || temporary.isBlank() ? System.getProperty("java.io.tmpdir") : temporary);
        Path path = parent.resolve("footfall-demo-" + ProcessHandle.current().pid());
        Files.createDirectories(path);
        return new DemoFolder(path.toAbsolutePath(), err);
    }

    /** From here on libraries put their temporary files here, too: SQLite its native code, Vert.x its cache. */
    void holdEverything() {
        System.setProperty("java.io.tmpdir", path.toString());
        System.setProperty("org.sqlite.tmpdir", path.toString());
        System.setProperty("vertx.cacheDirBase", path.resolve("vertx").toString());
    }

    Path data() {
        return path.resolve("data");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            err.println("The folder " + path + " could not be removed (" + e + "): remove it yourself.");
        }
    }
}
