package dev.footfall.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Debian package, as dpkg sees it. {@code systemd/test-package.sh} installs it for real. */
class DebianPackageTest {
    @TempDir
    Path folder;

    private Path deb;

    @BeforeEach
    void needsDpkg() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "dpkg-deb is not installed here");
        try (Stream<Path> built = Files.list(RunnableJarTest.TARGET)) {
            deb = built.filter(file -> file.toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void saysWhatItNeeds() throws Exception {
        String control = dpkg("--field");

        assertThat(control.lines())
                .contains("Package: footfall", "Architecture: all")
                .anyMatch(line -> line.startsWith("Depends: openjdk-25-jre-headless | "));
    }

    @Test
    void holdsTheProgramItsLibrariesAndTheServiceOwnedByRoot() throws Exception {
        List<String> lines = dpkg("--contents").lines().toList();

        List<String> expected = new ArrayList<>(List.of(
                "-rw-r--r-- ./usr/share/footfall/footfall-gateway.jar",
                "-rwxr-xr-x ./usr/bin/footfall",
                "-rw-r--r-- ./lib/systemd/system/footfall.service",
                "-rw-r--r-- ./etc/footfall/store.yaml",
                "-rw-r--r-- ./usr/share/doc/footfall/copyright",
                "-rw-r--r-- ./usr/share/doc/footfall/operations.md"));
        RunnableJarTest.classPath().forEach(library -> expected.add("-rw-r--r-- ./usr/share/footfall/" + library));
        assertThat(lines.stream().filter(line -> line.startsWith("-")).map(DebianPackageTest::modeAndPath))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lines).allMatch(line -> line.contains(" root/root "));
    }

    @Test
    void carriesNoTimeOfItsBuilding() throws Exception {
        assertThat(dpkg("--contents").lines().map(line -> line.split(" +")[3]).distinct())
                .hasSize(1);
    }

    @Test
    void anEditedConfigurationSurvivesAnUpgrade() throws Exception {
        assertThat(control("conffiles")).isEqualToIgnoringWhitespace("/etc/footfall/store.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void maintainerScriptsParse(String script) throws Exception {
        control(script);

        Run parsed = Run.of(folder, Map.of(), "/bin/sh", "-n", script);

        assertThat(parsed.err()).isEmpty();
        assertThat(parsed.exitCode()).isZero();
        assertThat(Files.isExecutable(folder.resolve(script))).isTrue();
    }

    @Test
    void theInstalledCommandIsTheLauncher() throws Exception {
        Run unpacked = Run.of(folder, path(), "/usr/bin/dpkg-deb", "--extract", deb.toString(), ".");

        assertThat(unpacked.err()).isEmpty();
        assertThat(folder.resolve("usr/bin/footfall")).hasSameTextualContentAs(Repository.ROOT.resolve("footfall"));
    }

    private String control(String file) throws IOException, InterruptedException {
        Run.of(folder, path(), "/usr/bin/dpkg-deb", "--control", deb.toString(), ".");
        return Files.readString(folder.resolve(file));
    }

    private String dpkg(String action) throws IOException, InterruptedException {
        Run run = Run.of(folder, path(), "/usr/bin/dpkg-deb", action, deb.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static Map<String, String> path() {
        return Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    }

    private static String modeAndPath(String line) {
        String[] columns = line.split(" +", 6);
        return columns[0] + " " + columns[5];
    }
}
