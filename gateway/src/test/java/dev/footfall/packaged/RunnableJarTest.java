package dev.footfall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the launcher and the package start. */
class RunnableJarTest {
    static final Path TARGET = Repository.ROOT.resolve("gateway/target");
    private static final Path JAR = TARGET.resolve("footfall-gateway.jar");

    @TempDir
    Path elsewhere;

    @Test
    void startsFromAnywhereAndSaysNothingOnStderr() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();

        Run run = Run.of(elsewhere, Map.of(), java, "-jar", JAR.toString(), "--version");

        assertThat(run.out()).isEqualTo("footfall " + manifest().getValue("Implementation-Version") + "\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void nativeAccessIsAllowedByTheManifest() throws IOException {
        assertThat(manifest().getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
    }

    @Test
    void theFolderOfLibrariesIsExactlyTheClassPath() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            assertThat(libraries.map(file -> "lib/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(classPath());
        }
    }

    static List<String> classPath() throws IOException {
        return List.of(manifest().getValue(Attributes.Name.CLASS_PATH).split(" "));
    }

    private static Attributes manifest() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
