package dev.footfall.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --config} of commands that work on the installed gateway's configuration where none is named. */
final class ConfigFolder {
    private static final Path INSTALLED = Path.of("/etc/footfall");
    private static final Path EXAMPLE = Path.of("config/example");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The folder of store.yaml; /etc/footfall if it exists, else config/example.")
    private @Nullable Path named;

    Path path() {
        if (named != null) {
            return named;
        }
        return Files.isDirectory(INSTALLED) ? INSTALLED : EXAMPLE;
    }
}
