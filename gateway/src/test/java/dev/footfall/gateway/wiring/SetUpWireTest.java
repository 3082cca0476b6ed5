package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set-up of a running gateway is changed while devices send. */
class SetUpWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STORE = """
            store: { id: set, time-zone: UTC }
            floor-plan: { width-m: 10, height-m: 10 }
            entrances:
              - { id: main, name: Main, width-m: 2, count-basis: in }
            sensors:
              - { id: door, driver: native, entrance: main, match: { topic: "footfall/in/door" } }
              - { id: cam, driver: native, match: { topic: "footfall/in/cam" } }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:0", users: people.yaml }
            """;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aZoneDrawnNowCountsWhatWasSeenBeforeAndNoMessageIsLostOrCountedTwice() throws Exception {
        Path config = Files.createDirectories(folder.resolve("config"));
        String hash = BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(4, "246810".toCharArray());
        Files.writeString(
                config.resolve("people.yaml"), "- { name: Li Wei, role: manager, pin-hash: \"" + hash + "\" }\n");
        try (var gateway = new RunningGateway(folder, STORE)) {
            Instant now = Instant.now();
            for (int second = 60; second > 0; second--) {
                gateway.post(
                        "/ingest/native/cam",
                        "application/json",
                        ("{\"type\":\"position\",\"track\":\"7\",\"x\":2,\"y\":2,\"at\":\"" + now.minusSeconds(second)
                                        + "\"}")
                                .getBytes(UTF_8));
            }
            String cookie = logIn(gateway);
            JsonNode before =
                    JSON.readTree(send(gateway, cookie, "GET", "", "", "").body());
            ObjectNode draft = (ObjectNode) before.path("draft");
            draft.put("capacity", "33");
            draft.withArray("zones").add(JSON.readTree("""
                    {"id":"new","name":"New","kind":"display","engaged_after":"10s","polygon":[[0,0],[4,0],[4,4],[0,4]]}"""));

            var sending = new AtomicBoolean(true);
            var sent = new AtomicInteger();
            CompletableFuture<Void> people = CompletableFuture.runAsync(() -> {
                while (sending.get()) {
                    post(gateway, sent);
                }
            });
            Awaitility.await().until(() -> sent.get() > 20);
            HttpResponse<String> applied = send(
                    gateway,
                    cookie,
                    "PUT",
                    "",
                    draft.toString(),
                    before.path("version").textValue());
            assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
            int then = sent.get();
            Awaitility.await().until(() -> sent.get() > then + 20);
            sending.set(false);
            people.join();

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                JsonNode live = gateway.get("/api/v1/live");
                assertThat(live.path("occupancy").path("capacity").intValue()).isEqualTo(33);
                assertThat(live.path("zones").path(0).path("id").textValue()).isEqualTo("new");
                assertThat(live.path("zones").path(0).path("entries_today").intValue())
                        .isEqualTo(1);
                assertThat(live.path("footfall_today").path("value").intValue()).isEqualTo(sent.get());
            });
            assertThat(gateway.ledger("http", "difference")).isZero();
            assertThat(gateway.ledger("http", "counted")).isEqualTo(sent.get() + 60);

            JsonNode after = JSON.readTree(applied.body());
            String body = "{\"version\":" + after.path("earlier").path(0).path("version") + "}";
            assertThat(send(
                                    gateway,
                                    cookie,
                                    "POST",
                                    "/restoration",
                                    body,
                                    after.path("version").textValue())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Files.readString(config.resolve("store.yaml"))).isEqualTo(STORE);
            Awaitility.await().untilAsserted(() -> {
                assertThat(gateway.get("/api/v1/live").path("zones")).isEmpty();
                assertThat(gateway.get("/api/v1/live")
                                .path("footfall_today")
                                .path("value")
                                .intValue())
                        .isEqualTo(sent.get());
            });
        }
    }

    private static void post(RunningGateway gateway, AtomicInteger sent) {
        try {
            gateway.post(
                    "/ingest/native/door",
                    "application/json",
                    "{\"type\":\"crossing\",\"in\":1,\"out\":0}".getBytes(UTF_8));
            sent.incrementAndGet();
        } catch (Exception e) {
            throw new AssertionError("the gateway must take it", e);
        }
    }

    private String logIn(RunningGateway gateway) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri("/api/v1/session"))
                .header("X-Footfall-Request", "test")
                .POST(BodyPublishers.ofString("{\"name\":\"Li Wei\",\"pin\":\"246810\"}"))
                .build();
        String cookie = http.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> send(
            RunningGateway gateway, String cookie, String method, String path, String body, String version)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri("/api/v1/setup" + path))
                .headers("X-Footfall-Request", "test", "Cookie", cookie, "If-Match", '"' + version + '"')
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
