package dev.footfall.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.architecture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service unit, judged by systemd itself where it is installed. */
class ServiceUnitTest {
    private static final Path UNIT = Repository.ROOT.resolve("systemd/footfall.service");

    @TempDir
    Path folder;

    @BeforeEach
    void needsSystemd() {
        boolean isThere = Stream.of("/usr/bin", "/bin")
                .map(Path::of)
                .anyMatch(bin -> Files.isExecutable(bin.resolve("systemd-analyze")));
        assumeTrue(isThere, "systemd-analyze is not installed here; the unit stays unchecked");
    }

    @Test
    void systemdHasNothingToSayAboutTheUnit() throws Exception {
        Run verified =
                run("systemd-analyze", "verify", unitThatStarts("/bin/true").toString());

        // It exits with 0 even for keys it does not know, so what counts is that it prints nothing.
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void theServiceIsExposedLittle() throws Exception {
        Run rated = run(
                "systemd-analyze",
                "security",
                "--offline=true",
                "--threshold=15",
                unitThatStarts("/bin/true").toString());

        assertThat(rated.exitCode()).as(rated.output()).isZero();
    }

    @Test
    void theUnitStartsTheInstalledCommandOnTheInstalledFolders() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains("ExecStart=/usr/bin/footfall run --config /etc/footfall --data /var/lib/footfall")
                .contains("Type=notify")
                .contains("WatchdogSec=30");
    }

    /** verify complains about a program that is not there, and where the tests run the package is not installed. */
    private Path unitThatStarts(String program) throws IOException {
        String text = Files.readString(UNIT).replaceFirst("ExecStart=\\S+", "ExecStart=" + program);
        return Files.writeString(folder.resolve("footfall.service"), text);
    }

    private Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException(command[0] + " did not end within a minute"));
        }
        return new Run(process.exitValue(), output);
    }

    private record Run(int exitCode, String output) {}
}
