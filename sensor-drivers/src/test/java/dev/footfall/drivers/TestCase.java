package dev.footfall.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One folder below {@code drivers/<name>/testcases}: {@code message.*} (the bytes; {@code message.b64} in base64), {@code
 * case.json} (address, content-type, headers, zone, receivedAt, options; all optional) and what comes of it, {@code expected.json}
 * or {@code expected.err}.
 */
record TestCase(Path folder, Message message, DecodeContext context) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<TestCase> of(String driver) {
        URL root = TestCase.class.getResource("/drivers/" + driver + "/testcases");
        if (root == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(Path.of(root.toURI()))) {
            return folders.sorted().map(TestCase::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Message with(byte[] payload) {
        return new Message(message.address(), message.contentType(), payload, message.retained(), message.headers());
    }

    Optional<String> expectedError() {
        return read("expected.err").map(String::strip);
    }

    Optional<JsonNode> expectedReadings() {
        return read("expected.json").map(TestCase::tree);
    }

    private Optional<String> read(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestCase load(Path folder) {
        try {
            Path file = folder.resolve("case.json");
            JsonNode about = Files.exists(file) ? tree(Files.readString(file)) : JSON.createObjectNode();
            Message message = new Message(
                    about.path("address").asText(""),
                    text(about.path("content-type")),
                    payload(folder),
                    about.path("retained").asBoolean(),
                    texts(about.path("headers")));
            Map<String, String> options = texts(about.path("options"));
            Instant receivedAt = Instant.parse(about.path("receivedAt").asText("2026-11-22T09:00:00Z"));
            ZoneId zone = ZoneId.of(about.path("zone").asText("Asia/Shanghai"));
            return new TestCase(folder, message, new DecodeContext(receivedAt, zone, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] payload(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith("message."))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(folder + " has no message"));
            byte[] bytes = Files.readAllBytes(file);
            boolean encoded = file.toString().endsWith(".b64");
            return encoded ? Base64.getMimeDecoder().decode(new String(bytes, StandardCharsets.US_ASCII)) : bytes;
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
