package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices speak to a real gateway over real sockets; the API is asked for what follows from it. */
class WireTest {
    private static final String STORE = """
            store: { id: wire, time-zone: Asia/Shanghai }
            entrances:
              - { id: main, name: Main, width-m: 2, count-basis: in }
              - { id: mall, name: Mall, width-m: 2, count-basis: in }
            zones:
              - { id: yard, name: Yard, kind: display, polygon: [[0, 0], [5, 0], [5, 5], [0, 5]] }
            sensors:
              - { id: door, driver: native, entrance: main, match: { topic: "footfall/in/door" } }
              - { id: ms, driver: milesight-ip, entrance: main, match: { topic: "em/+/status", device: "6384E16179950009" } }
              - { id: hik, driver: hikvision, entrance: mall }
              - { id: cam, driver: frigate, match: { topic: "frigate/#" }, zones: { yard: yard } }
              - { id: tas, driver: tasmota, match: { topic: "tele/sonoff_4/#" } }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:0" }
            """;

    @TempDir
    Path folder;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        gateway = new RunningGateway(folder, STORE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static byte[] crossing(int in, int out) {
        return ("{\"type\":\"crossing\",\"in\":" + in + ",\"out\":" + out + "}").getBytes(UTF_8);
    }

    @Test
    void mosquittoPubIsASensorAtEveryQualityOfServiceAndVersion() throws Exception {
        for (String qos : new String[] {"0", "1", "2"}) {
            for (String version : new String[] {"mqttv311", "mqttv5"}) {
                gateway.mosquittoPub("footfall/in/door", crossing(1, 0), "-q", qos, "-V", version);
            }
        }
        gateway.awaitToday("footfall", "store", 6);
        assertThat(gateway.ledger("mqtt-listener", "counted")).isEqualTo(6);
        assertThat(gateway.ledger("mqtt-listener", "difference")).isZero();
    }

    @Test
    void badPayloadsAreRefusedOnRecordAndTheConnectionLives() throws Exception {
        byte[] huge = new byte[10 << 20];
        Arrays.fill(huge, (byte) '[');
        byte[][] bad = {
            huge,
            "[".repeat(100_000).getBytes(UTF_8),
            {(byte) 0xC3, 0x28, (byte) 0xFF},
            "{\"type\":\"crossing\",\"in\":NaN}".getBytes(UTF_8),
            "{\"type\":\"crossing\",\"in\":-3,\"out\":0}".getBytes(UTF_8),
            "{\"type\":\"crossing\",\"in\":\"many\"}".getBytes(UTF_8),
            "{\"type\":\"sighting\",\"mac\":\"a4:83:e7:12:34:56\",\"rssi\":\"strong\"}".getBytes(UTF_8),
            new byte[0],
        };
        MqttAsyncClient client = connect("tester");
        for (byte[] payload : bad) {
            client.publish("footfall/in/door", payload, 1, false).waitForCompletion(20_000);
        }
        client.publish("footfall/in/door", crossing(2, 0), 1, false).waitForCompletion(20_000);
        assertThat(client.isConnected()).isTrue();
        client.disconnect().waitForCompletion(5_000);

        gateway.awaitToday("footfall", "store", 2);
        assertThat(gateway.ledger("mqtt-listener", "rejected")).isEqualTo(bad.length);
        assertThat(gateway.ledger("mqtt-listener", "difference")).isZero();
        String kept = gateway.sensor("door").get("refused").toString();
        assertThat(kept)
                .contains("in [-3] must be")
                .doesNotContain("a4:83:e7:12:34:56")
                .doesNotContain("a483e7123456");
    }

    private MqttAsyncClient connect(String id) throws MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient("tcp://127.0.0.1:" + gateway.mqttPort(), id, new MemoryPersistence());
        client.connect(new MqttConnectionOptions()).waitForCompletion(10_000);
        return client;
    }

    @Test
    void subscribingIsRefusedWithAReason() throws Exception {
        MqttAsyncClient client = connect("reader");
        var token = client.subscribe("#", 1);
        try {
            token.waitForCompletion(10_000);
        } catch (MqttException e) {
            assertThat(e.getReasonCode()).isEqualTo(0x87);
        }
        assertThat(token.getReasonCodes()).containsExactly(0x87);
        client.disconnect().waitForCompletion(5_000);
    }

    @Test
    void aLastWillSaysThatTheSensorIsOffline() throws Exception {
        gateway.mosquittoPub("footfall/in/door", crossing(1, 0), "-q", "1");
        MqttAsyncClient client =
                new MqttAsyncClient("tcp://127.0.0.1:" + gateway.mqttPort(), "dying", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setWill("footfall/in/door", new MqttMessage("gone".getBytes(UTF_8)));
        client.connect(options).waitForCompletion(10_000);
        client.disconnectForcibly(0, 0, false);
        client.close(true);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> gateway.sensor("door").get("status").asText().equals("offline"));
    }

    @Test
    void curlIsADeviceThatPushes() throws Exception {
        String window = """
                <?xml version="1.0" encoding="UTF-8"?>
                <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
                <macAddress>aa:bb:cc:00:11:22</macAddress><channelID>1</channelID>
                <dateTime>%1$s</dateTime><eventType>PeopleCounting</eventType><eventState>active</eventState>
                <peopleCounting><statisticalMethods>timeRange</statisticalMethods>
                <TimeRange><startTime>%1$s</startTime><endTime>%2$s</endTime></TimeRange>
                <enter>7</enter><exit>3</exit></peopleCounting>
                <childCounting><enter>2</enter><exit>1</exit></childCounting>
                </EventNotificationAlert>""";
        java.time.Instant end =
                java.time.InstantSource.system().instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Path body = Files.writeString(folder.resolve("window.xml"), window.formatted(end.minusSeconds(60), end));
        for (int twice = 0; twice < 2; twice++) {
            Process curl = new ProcessBuilder(
                            "curl",
                            "-sS",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_code}",
                            "-H",
                            "Content-Type: application/xml",
                            "--data-binary",
                            "@" + body,
                            gateway.uri("/ingest/hikvision/hik").toString())
                    .start();
            assertThat(new String(curl.getInputStream().readAllBytes(), UTF_8)).isEqualTo("204");
        }
        gateway.awaitToday("entries", "entrance:mall", 7);
        gateway.awaitToday("exits", "entrance:mall", 3);
        assertThat(gateway.ledger("http", "duplicate")).isEqualTo(1);

        HttpResponse<String> refused = gateway.post("/ingest/hikvision/hik", "application/json", "{}".getBytes(UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        HttpResponse<String> wrong = gateway.post("/ingest/tasmota/hik", "application/json", "{}".getBytes(UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("post to /ingest/hikvision/hik");
    }

    @Test
    void theSamplesOfRealDevicesGiveTheNumbersThatFollowFromThem() throws Exception {
        Path samples = samples();
        Assumptions.assumeTrue(
                Files.isDirectory(samples), "skipped: no device samples; set FOOTFALL_DEVICES to their folder");
        Path files = Files.isDirectory(samples.resolve("samples")) ? samples.resolve("samples") : samples;
        gateway.mosquittoPub(
                "em/1/status", Files.readAllBytes(files.resolve("milesight-ip/vs125-periodic.json")), "-q", "1");
        gateway.mosquittoPub(
                "frigate/events", Files.readAllBytes(files.resolve("frigate/events-update.jsonc")), "-q", "1");
        gateway.mosquittoPub(
                "tele/sonoff_4/SENSOR", Files.readAllBytes(files.resolve("tasmota/sensor-counter.json")), "-q", "1");
        byte[] windowed = Files.readAllBytes(files.resolve("hikvision/peoplecounting-timerange-15min.xml"));
        assertThat(gateway.post("/ingest/hikvision/hik", "application/xml", windowed)
                        .statusCode())
                .isEqualTo(204);

        gateway.awaitToday("exits", "entrance:mall", 1);
        gateway.awaitToday("entries", "entrance:mall", 0);
        gateway.awaitToday("entries", "entrance:main", 0);
        gateway.awaitToday("zone.entries", "zone:yard", 1);
        assertThat(gateway.ledger("mqtt-listener", "counted")).isEqualTo(3);
        assertThat(gateway.sensor("hik").get("clock_skew_s").asDouble()).isLessThan(-1e8);
    }

    private static Path samples() {
        String named = System.getenv("FOOTFALL_DEVICES");
        if (named != null) {
            return Path.of(named);
        }
        Path beside = Path.of("../shared/devices");
        return Files.isDirectory(beside) ? beside : Path.of("../../shared/devices");
    }
}
