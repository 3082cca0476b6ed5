package dev.footfall.gateway.cli;

import dev.footfall.gateway.journal.BackupFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder of commands that work on the installed gateway's where none is named. */
final class DataFolder {
    private static final Path INSTALLED = Path.of("/var/lib/footfall");

    private DataFolder() {}

    static Path orDefault(@Nullable Path named) {
        if (named != null) {
            return named;
        }
        String state = System.getenv("STATE_DIRECTORY");
        if (state != null && !state.isBlank()) {
            return Path.of(state);
        }
        return Files.isRegularFile(INSTALLED.resolve("footfall.db")) ? INSTALLED : Path.of("footfall-data");
    }

    static String sentence(BackupFile.Content content) {
        String until = content.newest() == null ? "nothing published yet" : "published up to " + content.newest();
        return "Store " + content.store() + ", " + until + ", " + content.bytes() + " bytes";
    }
}
