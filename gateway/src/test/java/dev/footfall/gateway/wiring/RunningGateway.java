package dev.footfall.gateway.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.service.SystemdNotifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A whole gateway in this process, with real ports, spoken to as devices and people do. */
final class RunningGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Gateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningGateway(Path folder, String yaml) throws IOException, InterruptedException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve(ConfigLoader.FILE), yaml);
        gateway = switch (ConfigLoader.load(config)) {
            case LoadResult.Loaded loaded ->
                Gateway.start(
                        loaded,
                        config,
                        folder.resolve("data"),
                        InstantSource.system(),
                        SystemdNotifier.from(Map.of(), 0));
            case LoadResult.Invalid invalid ->
                throw new IllegalArgumentException(invalid.problems().toString());
        };
    }

    int mqttPort() {
        return gateway.mqtt().orElseThrow().port();
    }

    URI uri(String path) {
        return gateway.kiosk().resolve(path);
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(fetch(path).body());
    }

    /** A GET's answer, whatever it is. */
    HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Today's value of a metric, or null if it is unknown; NaN if there is no such row. */
    @Nullable
    Double today(String metric, String scope) throws IOException, InterruptedException {
        JsonNode rows = get("/api/v1/measurements?grain=day&metric=" + metric + "&scope=" + scope)
                .get("measurements");
        if (rows == null || rows.isEmpty()) {
            return Double.NaN;
        }
        return rows.get(0).get("value").isNull()
                ? null
                : rows.get(0).get("value").asDouble();
    }

    void awaitToday(String metric, String scope, double value) {
        Awaitility.await(metric + " of " + scope)
                .atMost(Duration.ofSeconds(15))
                .until(() -> today(metric, scope), found -> found != null && found == value);
    }

    /** One fate of one source, over today. */
    long ledger(String source, String fate) throws IOException, InterruptedException {
        for (JsonNode line : get("/api/v1/ledger").get("ledger")) {
            if (line.get("source").asText().equals(source)) {
                return line.get(fate).asLong();
            }
        }
        return 0;
    }

    JsonNode sensor(String id) throws IOException, InterruptedException {
        for (JsonNode sensor : get("/api/v1/sensors").get("sensors")) {
            if (sensor.get("id").asText().equals(id)) {
                return sensor;
            }
        }
        throw new IllegalArgumentException("there is no sensor " + id);
    }

    /** A real {@code mosquitto_pub}. */
    void mosquittoPub(String topic, byte[] payload, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(mqttPort()), "-t", topic, "-s"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(payload);
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("mosquitto_pub: "
                    + new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        gateway.close();
        http.close();
    }
}
