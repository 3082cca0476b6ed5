package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it: in a process of its own, ended by a signal. */
class DemoProcessTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path temporary = Path.of("");

    private Process demo(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.footfall.gateway.cli.Main",
                "demo"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log().toFile()));
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }

    private Path log() {
        return temporary.resolveSibling(temporary.getFileName() + ".log");
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    private static JsonNode get(URI kiosk, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(kiosk.resolve(path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return new ObjectMapper()
                    .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long received(URI kiosk, String source) {
        for (JsonNode line : get(kiosk, "/api/v1/ledger").path("ledger")) {
            if (line.path("source").textValue().equals(source)) {
                assertThat(line.path("rejected").longValue()).isZero();
                assertThat(line.path("difference").longValue()).isZero();
                return line.path("received").longValue();
            }
        }
        return 0;
    }

    @Test
    void showsALivingStoreAndLeavesNothingBehind() throws Exception {
        Process demo = demo("--port", "0", "--speed", "20");
        try (BufferedReader out = demo.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).as(() -> read(log())).matches("Kiosk: http://127\\.0\\.0\\.1:\\d+/");
            URI kiosk = URI.create(line.substring("Kiosk: ".length()));
            assertThat(left()).hasSize(1).first().asString().endsWith("footfall-demo-" + demo.pid());
            double before = get(kiosk, "/api/v1/live")
                    .path("footfall_today")
                    .path("value")
                    .doubleValue();
            assertThat(before).isGreaterThan(100);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        JsonNode live = get(kiosk, "/api/v1/live");
                        assertThat(live.path("footfall_today").path("value").doubleValue())
                                .isGreaterThan(before);
                        assertThat(live.path("occupancy").path("value").doubleValue())
                                .isPositive();
                        assertThat(received(kiosk, "mqtt-listener")).isPositive();
                        assertThat(received(kiosk, "http")).isPositive();
                    });
            // Not demo.destroy(): that closes the pipe from which the last line is read.
            demo.toHandle().destroy();
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            demo.destroyForcibly();
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process demo = demo("--port", Integer.toString(taken.getLocalPort()));
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(1);
            assertThat(demo.getInputStream().readAllBytes()).isEmpty();
            assertThat(read(log()).lines())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + taken.getLocalPort() + " is taken: stop the program that uses it, or choose");
        }
        assertThat(left()).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
