package dev.footfall.gateway.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether stderr leads to the journal. */
final class JournalStream {
    private static final Path STDERR = Path.of("/proc/self/fd/2");

    private JournalStream() {}

    /**
     * {@code JOURNAL_STREAM} names device and inode of the journal's socket. It is inherited by everything started from
     * a service or a desktop, so it counts only if stderr still is that socket (systemd.exec(5)).
     */
    static boolean isStderr(Map<String, String> environment) {
        return matches(environment.getOrDefault("JOURNAL_STREAM", ""), STDERR);
    }

    static boolean matches(String journalStream, Path stream) {
        if (journalStream.isEmpty()) {
            return false;
        }
        try {
            Map<String, Object> file = Files.readAttributes(stream, "unix:dev,ino");
            return journalStream.equals(file.get("dev") + ":" + file.get("ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
