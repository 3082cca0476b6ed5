package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.gateway.capture.Anonymiser;
import dev.footfall.gateway.capture.Recorder;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.replay.CaptureReader;
import dev.footfall.gateway.replay.CaptureWriter;
import dev.footfall.gateway.replay.CapturedMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final String STORE = """
            store: { id: shop, time-zone: Asia/Shanghai }
            entrances: [ { id: main } ]
            sensors:
              - { id: door, driver: native, entrance: main }
              - { id: ap, driver: wifi-probe, match: { topic: probes/ap } }
            ingest: { mqtt-listener: { address: "127.0.0.1:0" } }
            kiosk: { address: "127.0.0.1:%d" }
            """;

    @TempDir
    Path folder;

    @Test
    void whatArrivesIsAcknowledgedKeptWithoutNamesAndCountedByAReplay() throws Exception {
        LoadResult.Loaded store = store(0);
        Path capture = folder.resolve("today.jsonl.gz");
        Recorder recorder = recorder(store, capture);
        try (Recording ways = Recording.start(store.config(), folder, Map.of(), recorder, InstantSource.system())) {
            assertThat(ways.closed()).isEmpty();
            assertThat(push(address(ways, "HTTP"), "native/door", "{\"type\":\"crossing\",\"in\":3,\"out\":1}"))
                    .isEqualTo(204);
            assertThat(push(address(ways, "HTTP"), "native/door", "{\"type\":\"crossing\",\"in\":-3}"))
                    .isEqualTo(422);
            publish(address(ways, "MQTT"), "probes/ap", "{\"mac\":\"7c:ed:8d:01:02:03\",\"rssi\":-60}");
        }
        recorder.close();
        assertThat(recorder.summary()).isEqualTo(new Recorder.Summary(3, 1, Map.of()));
        List<CapturedMessage> messages = new ArrayList<>();
        new CaptureReader(capture).read(messages::add);
        assertThat(messages).extracting(CapturedMessage::via).containsExactly("http", "http", "mqtt");
        assertThat(messages).extracting(CapturedMessage::address).endsWith("probes/ap");
        assertThat(new String(messages.get(2).payload(), UTF_8))
                .doesNotContain("7c:ed:8d")
                .contains("\"rssi\":-60");
        Path data = folder.resolve("data");
        assertThat(Replay.into(data, store, List.of(capture), seen -> {}).messages())
                .isEqualTo(3);
        try (JournalReader reader = JournalReader.open(data)) {
            assertThat(reader.sensorTallies())
                    .contains(new JournalReader.SensorTally("door", "counted", 1))
                    .contains(new JournalReader.SensorTally("ap", "counted", 1));
        }
    }

    @Test
    void anAddressThatSomebodyHoldsIsSaidAndTheOthersAreRecorded() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            LoadResult.Loaded store = store(held.getLocalPort());
            Recorder recorder = recorder(store, folder.resolve("part.jsonl"));
            try (Recording ways = Recording.start(store.config(), folder, Map.of(), recorder, InstantSource.system())) {
                assertThat(ways.closed()).singleElement().asString().contains("kiosk.address", "cannot be listened on");
                publish(address(ways, "MQTT"), "probes/ap", "{\"mac\":\"7c:ed:8d:01:02:03\",\"rssi\":-60}");
            }
            recorder.close();
            assertThat(recorder.summary().recorded()).isEqualTo(1);
        }
    }

    private LoadResult.Loaded store(int port) throws Exception {
        Files.writeString(folder.resolve(ConfigLoader.FILE), STORE.formatted(port));
        return switch (ConfigLoader.load(folder)) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Invalid invalid ->
                throw new IllegalArgumentException(invalid.problems().toString());
        };
    }

    private static Recorder recorder(LoadResult.Loaded store, Path capture) throws Exception {
        Recorder recorder =
                new Recorder(new Anonymiser(store.config(), DriverCatalog.all()), new CaptureWriter(capture), () -> {});
        recorder.start();
        return recorder;
    }

    private static String address(Recording ways, String way) {
        String sentence = ways.open().stream()
                .filter(open -> open.contains(way))
                .findFirst()
                .orElseThrow();
        return sentence.substring(sentence.lastIndexOf(' ') + 1);
    }

    private static int push(String address, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://" + address + "/ingest/" + path))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static void publish(String address, String topic, String payload) throws Exception {
        MqttAsyncClient client = new MqttAsyncClient("tcp://" + address, "sniffer", new MemoryPersistence());
        try {
            client.connect(new MqttConnectionOptions()).waitForCompletion(10_000);
            client.publish(topic, new MqttMessage(payload.getBytes(UTF_8), 1, false, null))
                    .waitForCompletion(10_000);
            client.disconnect().waitForCompletion(10_000);
        } finally {
            client.close();
        }
    }
}
