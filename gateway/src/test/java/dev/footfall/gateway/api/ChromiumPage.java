package dev.footfall.gateway.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page in a headless Chromium, driven over its debugging protocol: enough to look at the kiosk in a real browser. */
final class ChromiumPage implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process browser;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /** Where Chromium is on this machine, if it is. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromiumPage(Path executable, Path profile, int width, int height) throws IOException {
        browser = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = connect(profile.resolve("DevToolsActivePort"));
        command("Runtime.enable", Map.of());
        command("Log.enable", Map.of());
        command("Page.enable", Map.of());
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private WebSocket connect(Path portFile) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Files.readAllLines(portFile).size() > 1);
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> open(Integer.parseInt(Files.readAllLines(portFile).getFirst())), opened -> opened != null);
    }

    private WebSocket open(int port) throws IOException, InterruptedException {
        var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        for (JsonNode target :
                MAPPER.readTree(client.send(list, BodyHandlers.ofString()).body())) {
            if (target.path("type").textValue().equals("page")) {
                return client.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(target.path("webSocketDebuggerUrl").textValue()), new Answers())
                        .join();
            }
        }
        throw new IOException("the browser has no page yet");
    }

    void go(URI address) {
        command("Page.navigate", Map.of("url", address.toString()));
    }

    /** The value of a script expression, as text. */
    String evaluate(String expression) {
        JsonNode result = command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        return result.path("result").path("value").asText();
    }

    /** What the page complained about: script errors, refused requests, breaches of the content policy. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JsonNode shot = command("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").textValue()));
    }

    private JsonNode command(String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode command = MAPPER.createObjectNode().put("id", id).put("method", method);
        command.set("params", MAPPER.valueToTree(parameters));
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        socket.sendText(command.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void take(JsonNode message) {
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
        if (answer != null) {
            answer.complete(message.path("result"));
        }
        String event = message.path("method").asText();
        boolean logged = event.equals("Log.entryAdded")
                && message.path("params").path("entry").path("level").asText().equals("error");
        if (event.equals("Runtime.exceptionThrown") || logged) {
            errors.add(message.path("params").toString());
        }
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    take(MAPPER.readTree(text.toString()));
                } catch (IOException e) {
                    errors.add("unreadable: " + text);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !browser.isAlive());
    }
}
