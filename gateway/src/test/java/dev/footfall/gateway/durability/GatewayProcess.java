package dev.footfall.gateway.durability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real gateway in a process of its own, to be killed. */
final class GatewayProcess {
    private final Path config;
    private final Path data;
    private final Path log;
    private final Map<String, String> environment;
    final int mqttPort;
    final int httpPort;
    private Process process;

    GatewayProcess(Path folder, Map<String, String> environment) throws IOException {
        this.config = Files.createDirectories(folder.resolve("config"));
        this.data = folder.resolve("data");
        this.log = folder.resolve("gateway.log");
        this.environment = environment;
        this.mqttPort = freePort();
        this.httpPort = freePort();
        Files.writeString(config.resolve("store.yaml"), """
                store:
                  id: kill
                  time-zone: UTC
                entrances:
                  - id: main
                    name: Main
                    width-m: 2
                    count-basis: in
                sensors:
                  - id: door
                    driver: native
                    entrance: main
                    match: { topic: "footfall/in/door" }
                ingest:
                  mqtt-listener:
                    address: 127.0.0.1:%d
                kiosk:
                  address: 127.0.0.1:%d
                """.formatted(mqttPort, httpPort));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Path data() {
        return data;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.footfall.gateway.cli.Main",
                "run",
                "--config",
                config.toString(),
                "--data",
                data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() ->
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process did not die");
        }
    }

    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
