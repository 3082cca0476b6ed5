package dev.footfall.gateway.cli.bench;

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
import java.util.concurrent.locks.LockSupport;

/** A store for measuring: one entrance, one native sensor, free ports, and a folder that is removed at the end. */
record BenchStore(Path folder, int mqttPort, int httpPort) implements AutoCloseable {
    static final String TOPIC = "footfall/in/bench";

    static BenchStore create() throws IOException {
        Path folder = Files.createTempDirectory("footfall-bench-");
        BenchStore store = new BenchStore(folder, freePort(), freePort());
        Files.createDirectories(store.config());
        Files.writeString(store.config().resolve("store.yaml"), """
                store:
                  id: bench
                  time-zone: UTC
                entrances:
                  - id: main
                    name: Main
                    width-m: 2
                    count-basis: in
                sensors:
                  - id: bench
                    driver: native
                    entrance: main
                    match: { topic: "%s" }
                ingest:
                  mqtt-listener:
                    address: 127.0.0.1:%d
                kiosk:
                  address: 127.0.0.1:%d
                """.formatted(TOPIC, store.mqttPort, store.httpPort));
        return store;
    }

    Path config() {
        return folder.resolve("config");
    }

    Path data() {
        return folder.resolve("data");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the gateway of this store answers. */
    void awaitReady() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            for (int attempt = 0; attempt < 200; attempt++) {
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (java.net.ConnectException ignored) {
                    // Not listening yet.
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new IOException("the gateway did not become ready within 10 s");
    }

    @Override
    public void close() {
        new BenchFolder(folder).close();
    }
}
