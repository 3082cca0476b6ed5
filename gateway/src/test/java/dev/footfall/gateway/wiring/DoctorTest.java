package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.doctor.Doctor;
import dev.footfall.gateway.doctor.Finding;
import dev.footfall.gateway.doctor.Finding.Level;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    private Instant now = Instant.now();

    @BeforeEach
    void aHealthyMachine() throws IOException {
        write("proc/meminfo", "MemTotal:  900000 kB\nMemAvailable:  500000 kB\n");
        write("run/systemd/timesync/synchronized", "");
        write("sys/class/thermal/thermal_zone0/temp", "51000\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("root").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void store(String more) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve(ConfigLoader.FILE), """
                store: { id: ill, time-zone: UTC }
                entrances: [ { id: main } ]
                """ + more);
    }

    private List<Finding> findings() {
        return new Doctor(
                        folder.resolve("config"),
                        folder.resolve("data"),
                        folder.resolve("root"),
                        InstantSource.fixed(now))
                .examine();
    }

    private Finding about(String subject) {
        return findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunningGatewayIsWell() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String store = """
                store: { id: well, time-zone: UTC }
                entrances: [ { id: main } ]
                sensors: [ { id: door, driver: native, entrance: main, match: { path: "/ingest/native/door" } } ]
                ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
                kiosk: { address: "127.0.0.1:%d" }
                """.formatted(port);
        try (RunningGateway gateway = new RunningGateway(folder, store)) {
            assertThat(about("gateway").level()).isEqualTo(Level.OK);
            assertThat(about("sensors").sentence()).isEqualTo("1 of 1 are silent: door");
            gateway.post("/ingest/native/door", "application/json", "{\"type\":\"heartbeat\"}".getBytes(UTF_8));

            assertThat(findings()).allMatch(finding -> finding.level() != Level.FAULT);
            assertThat(about("sensors").sentence()).isEqualTo("all 1 were heard lately");
            assertThat(about("ledger").sentence()).isEqualTo("1 messages in seven days, 0 refused, 0 unaccounted for");
            assertThat(about("database").sentence()).contains("nothing is damaged");
        }
        assertThat(about("gateway").level()).isEqualTo(Level.WARNING);
        assertThat(about("gateway").remedy()).contains("systemctl start footfall");
    }

    @Test
    void aClockOf1970IsAFault() throws IOException {
        store("sensors: [ { id: door, driver: native, entrance: main } ]\n");
        now = Instant.parse("1970-01-01T00:12:00Z");

        assertThat(about("clock").level()).isEqualTo(Level.FAULT);
        assertThat(about("clock").sentence()).contains("1970-01-01T00:12:00Z");
    }

    @Test
    void aClockThatNobodyKeepsAndAHotBoardAreWarnings() throws IOException {
        store("sensors: [ { id: door, driver: native, entrance: main } ]\n");
        Files.delete(folder.resolve("root/run/systemd/timesync/synchronized"));
        write("sys/class/thermal/thermal_zone0/temp", "84500\n");

        assertThat(about("time server").level()).isEqualTo(Level.WARNING);
        assertThat(about("temperature")).satisfies(heat -> {
            assertThat(heat.level()).isEqualTo(Level.WARNING);
            assertThat(heat.sentence()).isEqualTo("84 °C");
        });
    }

    @Test
    void aWrongConfigurationIsNamedWithItsFirstProblem() throws IOException {
        store("sensors: [ { id: door, driver: natve, entrance: main } ]\n");

        assertThat(about("configuration").level()).isEqualTo(Level.FAULT);
        assertThat(about("configuration").sentence()).contains("natve");
        assertThat(about("configuration").remedy()).contains("footfall check");
    }

    @Test
    void aChipThatIsNotThereAndABrokerThatDoesNotAnswerAreNamed() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        store("""
                sensors:
                  - { id: beam, driver: gpio-beam, entrance: main, options: { chip: gpiochip7, outer: 17, inner: 27 } }
                ingest: { brokers: [ { url: "mqtt://127.0.0.1:%d", client-id: x, subscribe: ["a/#"] } ] }
                """.formatted(nobody));

        assertThat(about("pins of beam").sentence()).isEqualTo("there is no chip [gpiochip7]");
        assertThat(about("broker").sentence())
                .contains("mqtt://127.0.0.1:" + nobody)
                .contains("cannot be reached");
    }
}
