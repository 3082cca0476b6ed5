package dev.footfall.gateway.cli;

import dev.footfall.gateway.journal.BackupFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data} of commands that work on the installed gateway's data where none is named. */
final class DataFolder {
    private static final Path INSTALLED = Path.of("/var/lib/footfall");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The gateway's data folder; $STATE_DIRECTORY, else /var/lib/footfall if it exists, else"
                    + " ./footfall-data.")
    private @Nullable Path named;

    Path path() {
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
