package dev.footfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.simulator.device.SimulatedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00.123Z");

    @TempDir
    private Path folder;

    private static SimulatedMessage mqtt(byte[] payload, boolean retained) {
        return new SimulatedMessage(AT, "mqtt", "em/1/status", null, payload, retained);
    }

    private String written(String name, SimulatedMessage message) throws IOException {
        Path file = folder.resolve(name);
        try (CaptureWriter writer = CaptureWriter.create(file)) {
            writer.write(message);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (name.endsWith(".gz")) {
            try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = in.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void oneLinePerMessage() throws IOException {
        assertThat(written("a.jsonl", mqtt("{\"a\":1}".getBytes(StandardCharsets.UTF_8), true)))
                .isEqualTo("{\"at\":\"2026-11-22T09:00:00.123Z\",\"via\":\"mqtt\",\"topic\":\"em/1/status\","
                        + "\"retained\":true,\"payload\":\"{\\\"a\\\":1}\"}\n");
    }

    @Test
    void httpHasAPathAndAContentType() throws IOException {
        var message = new SimulatedMessage(
                AT, "http", "/ingest/x/y", "text/xml", "<a/>".getBytes(StandardCharsets.UTF_8), false);
        assertThat(written("a.jsonl", message)).contains("\"path\":\"/ingest/x/y\",\"content_type\":\"text/xml\"");
    }

    @Test
    void whatIsNotTextIsBase64AndAGzNameMeansGzip() throws IOException {
        byte[] bytes = {(byte) 0xFF, 0, 1};
        var line = new ObjectMapper().readTree(written("a.jsonl.gz", mqtt(bytes, false)));
        assertThat(line.path("payload_b64").binaryValue()).isEqualTo(bytes);
        assertThat(line.has("payload")).isFalse();
    }
}
