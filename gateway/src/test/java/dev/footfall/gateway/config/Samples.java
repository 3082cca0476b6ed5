package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Configurations to test with, and short ways to read them. */
final class Samples {
    static final String STORE = """
            store:
              id: sh-0042
              time-zone: Asia/Shanghai
            """;
    static final String SENSOR = """
            sensors:
              - id: door-1
                driver: native
            """;
    static final String MINIMAL = STORE + SENSOR;

    private Samples() {}

    /** A folder of {@code config/}, found from the module's folder or the repository's. */
    static Path folder(String name) {
        return Stream.of("../config", "config")
                .map(parent -> Path.of(parent, name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    static String text(String name) {
        try {
            return Files.readString(folder(name).resolve(ConfigLoader.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads without looking for files. */
    static LoadResult read(String yaml) {
        return ConfigLoader.parse("store.yaml", yaml, null);
    }

    static StoreConfig config(String yaml) {
        return loaded(yaml).config();
    }

    static LoadResult.Loaded loaded(String yaml) {
        return switch (read(yaml)) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Invalid invalid -> throw new AssertionError("not valid: " + invalid.problems());
        };
    }

    /** The problems as people see them; none if the text is valid. */
    static List<String> problems(String yaml) {
        return switch (read(yaml)) {
            case LoadResult.Loaded ignored -> List.of();
            case LoadResult.Invalid invalid ->
                invalid.problems().stream().map(Problem::toString).toList();
        };
    }

    /** Asserts that the text is refused for exactly these reasons. */
    static void assertRefused(String yaml, String... reasons) {
        assertThat(problems(yaml)).containsExactly(reasons);
    }
}
