package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.cli.DecodeCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every address and plate in the drivers' own test cases goes through a real gateway, understood and refused, by HTTP and
 * MQTT, and through {@code decode}; none may be found again in what is kept, logged, answered or printed.
 */
class CanaryTest {
    @TempDir
    Path folder;

    private final List<Canaries.Case> cases = Canaries.cases();
    private final Set<String> spellings = Canaries.spellings(cases);

    @Test
    void theSearchFindsWhatIsThereToBeFound() {
        assertThat(cases).hasSizeGreaterThan(50);
        assertThat(spellings).hasSizeGreaterThan(100);
        String planted = spellings.iterator().next();
        assertThat(found("anything before " + planted + " and after")).contains(planted);
    }

    @Test
    void noIdentityIsKeptLoggedOrAnswered() throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        try (LogTap log = new LogTap()) {
            try (RunningGateway gateway = new RunningGateway(folder, store())) {
                int counted = 0;
                for (Canaries.Case message : cases) {
                    counted += post(gateway, message, seen);
                }
                assertThat(counted).as("messages that were understood").isGreaterThan(50);
                publish(gateway);
                for (String path : List.of(
                        "/api/v1/sensors",
                        "/api/v1/ledger",
                        "/api/v1/live",
                        "/api/v1/store",
                        "/api/v1/alerts",
                        "/api/v1/measurements",
                        "/metrics",
                        "/health/ready")) {
                    seen.put(path, gateway.fetch(path).body());
                }
            }
            seen.put("the log", log.text());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.put(file.getFileName().toString(), new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        assertThat(seen).containsKey("footfall.db");
        seen.forEach((place, text) -> assertThat(found(text)).as(place).isEmpty());
    }

    @Test
    void noIdentityIsPrintedByDecode() throws IOException {
        int printed = 0;
        for (Canaries.Case message : cases) {
            Path file = folder.resolve("message");
            Files.write(file, message.payload());
            StringWriter text = new StringWriter();
            List<String> arguments = new ArrayList<>(
                    List.of("--driver", message.driver(), "--topic", message.address(), file.toString()));
            message.options().forEach((key, value) -> arguments.addAll(List.of("--option", key + "=" + value)));
            new CommandLine(new DecodeCommand())
                    .setOut(new PrintWriter(text))
                    .setErr(new PrintWriter(text))
                    .execute(arguments.toArray(String[]::new));
            assertThat(found(text.toString())).as(message.toString()).isEmpty();
            printed += text.toString().contains("\"p:") ? 1 : 0;
        }
        assertThat(printed).as("messages whose pseudonyms were printed").isGreaterThan(50);
    }

    private static int post(RunningGateway gateway, Canaries.Case message, Map<String, String> seen)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = gateway.post(
                "/ingest/" + message.driver() + "/" + message.sensor(), "application/octet-stream", message.payload());
        seen.put("the answer to " + message, answer.body());
        return answer.statusCode() == 204 ? 1 : 0;
    }

    /** By topics that no sensor has: refused, and kept for inspection. */
    private void publish(RunningGateway gateway) throws Exception {
        String broker = "tcp://127.0.0.1:" + gateway.mqttPort();
        MqttAsyncClient client = new MqttAsyncClient(broker, "canary", new MemoryPersistence());
        try {
            client.connect(new MqttConnectionOptions()).waitForCompletion(10_000);
            for (Canaries.Case message : cases) {
                String topic = message.address().isEmpty() ? "unknown/" + message.driver() : message.address();
                String plain = topic.startsWith("/") ? topic.substring(1) : topic;
                client.publish(plain, new MqttMessage(message.payload(), 1, false, null))
                        .waitForCompletion(10_000);
            }
            client.disconnect().waitForCompletion(10_000);
        } finally {
            client.close();
        }
    }

    private String store() {
        String sensors = cases.stream().map(Canaries.Case::configuration).collect(Collectors.joining());
        return "store: { id: canary, time-zone: Asia/Shanghai }\nprivacy: { returning-days: 14 }\nsensors:\n" + sensors
                + "ingest: { mqtt-listener: { address: \"127.0.0.1:0\" } }\nkiosk: { address: \"127.0.0.1:0\" }\n";
    }

    private List<String> found(String text) {
        List<String> found = new ArrayList<>();
        for (String spelling : spellings) {
            if (text.contains(spelling)) {
                found.add(spelling);
            }
        }
        return found;
    }

    /** What is logged while it is open, at every level of ours. */
    private static final class LogTap extends java.util.logging.Handler implements AutoCloseable {
        private static final java.util.logging.Logger OURS = java.util.logging.Logger.getLogger("dev.footfall");
        private final StringBuffer text = new StringBuffer();

        LogTap() {
            OURS.setLevel(java.util.logging.Level.ALL);
            OURS.addHandler(this);
        }

        String text() {
            return text.toString();
        }

        @Override
        public void publish(java.util.logging.LogRecord line) {
            text.append(new java.util.logging.SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            OURS.removeHandler(this);
        }
    }
}
