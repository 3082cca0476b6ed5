package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aValidConfigurationIsOneLineAndWhatIsNotYetActiveGoesToStderr() throws Exception {
        write("""
                store: { id: sh-0042, time-zone: Asia/Shanghai }
                sensors:
                  - { id: door-1, driver: native }
                  - { id: gate-1, driver: verkada }
                relay:
                  - { kind: kafka, url: "kafka://hq.example.net:9092" }
                """);
        assertThat(check()).isZero();
        assertThat(out)
                .hasToString("The configuration of store sh-0042 is valid: 2 sensors, time zone Asia/Shanghai."
                        + System.lineSeparator());
        assertThat(err.toString()).contains("relay[0] kind kafka: not yet active");
    }

    @Test
    void everyProblemIsALineOnStderr() throws Exception {
        write("store: { id: SH, time-zone: Shanghai }\nsensors: 5\n");
        assertThat(check()).isEqualTo(78);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "store.yaml:1: store.id [SH] must be 1 to 64 lower-case letters, digits or dashes, for example sh-0042",
                        "store.yaml:1: store.time-zone [Shanghai] must be a time zone of the IANA list, for example"
                                + " Asia/Shanghai; did you mean Asia/Shanghai?",
                        "store.yaml:2: sensors [5] must be a list");
    }

    @Test
    void aMissingFolderOrFileIsASentence() {
        assertThat(check()).isEqualTo(78);
        assertThat(err.toString().lines())
                .containsExactly("store.yaml: does not exist in " + folder
                        + "; create it there, config/minimal/store.yaml is a start");
        Path missing = folder.resolve("nowhere");
        assertThat(run("--config", missing.toString())).isEqualTo(78);
        assertThat(err.toString())
                .contains("There is no folder " + missing + "; name the folder of your store.yaml with --config.");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("--conf", folder.toString())).isEqualTo(2);
    }

    private void write(String yaml) throws Exception {
        Files.writeString(folder.resolve("store.yaml"), yaml);
    }

    private int check() {
        return run("--config", folder.toString());
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
