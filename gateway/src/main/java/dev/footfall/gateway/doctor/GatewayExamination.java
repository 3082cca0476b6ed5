package dev.footfall.gateway.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The running gateway, asked through its own interface. */
final class GatewayExamination {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LATE_SECONDS = 600;
    private static final int SILENT_NAMED = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoreConfig config;

    GatewayExamination(StoreConfig config) {
        this.config = config;
    }

    List<Finding> examine() {
        String host = config.kiosk().address().host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        URI base = URI.create("http://"
                + new StoreConfig.Address(reachable, config.kiosk().address().port()) + "/");
        List<Finding> findings = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> ready = get(client, base.resolve("health/ready"));
            if (ready.statusCode() != 200) {
                findings.add(Finding.fault(
                        "gateway",
                        "at " + base + " it is not ready: " + ready.body().strip(),
                        "Read its log: `journalctl -u footfall`."));
                return findings;
            }
            findings.add(Finding.ok("gateway", "ready at " + base));
            HttpResponse<String> live = get(client, base.resolve("api/v1/live"));
            if (live.statusCode() == 200) {
                relay(JSON.readTree(live.body()), findings);
                sensors(
                        JSON.readTree(
                                get(client, base.resolve("api/v1/sensors")).body()),
                        findings);
            }
        } catch (IOException e) {
            findings.add(Finding.warning(
                    "gateway",
                    "nothing answers at " + base,
                    "Start it: `systemctl start footfall`, or `footfall run`."));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
        return findings;
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void relay(JsonNode live, List<Finding> findings) {
        if (config.relay().isEmpty()) {
            return;
        }
        long pending = live.path("relay").path("pending").asLong();
        long oldest = live.path("relay").path("oldest_s").asLong();
        String sentence = pending + " rows wait for head office, the oldest for " + oldest + " s";
        findings.add(
                oldest > LATE_SECONDS
                        ? Finding.warning(
                                "relay", sentence, "See whether head office can be reached and lets this store in.")
                        : Finding.ok("relay", sentence));
    }

    private static void sensors(JsonNode answer, List<Finding> findings) {
        List<String> silent = new ArrayList<>();
        int count = 0;
        for (JsonNode sensor : answer.path("sensors")) {
            if (!sensor.path("configured").asBoolean()) {
                continue;
            }
            count++;
            if (!sensor.path("status").asText().equals("ok")) {
                silent.add(sensor.path("id").asText());
            }
        }
        if (silent.isEmpty()) {
            findings.add(Finding.ok("sensors", "all " + count + " were heard lately"));
        } else {
            String named = String.join(", ", silent.subList(0, Math.min(SILENT_NAMED, silent.size())));
            findings.add(Finding.warning(
                    "sensors",
                    silent.size() + " of " + count + " are silent: " + named
                            + (silent.size() > SILENT_NAMED ? ", \u2026" : ""),
                    "See to their power and network; the kiosk's Sensors screen says when each was heard last."));
        }
    }
}
