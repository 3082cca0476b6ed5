package dev.footfall.gateway.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads an event stream as a browser does: blank lines end events. */
final class EventStream implements AutoCloseable {
    private final InputStream body;
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();

    EventStream(ApiServer server, String... headers) {
        response = server.send(server.request("/api/v1/live/events", headers).GET(), BodyHandlers.ofInputStream());
        body = response.body();
        Thread.ofVirtual().start(this::read);
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next block of lines, null if none came in time. */
    @Nullable
    String next(long millis) throws InterruptedException {
        return blocks.poll(millis, TimeUnit.MILLISECONDS);
    }

    private void read() {
        var block = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(block.toString());
                    block.setLength(0);
                } else {
                    block.append(line).append('\n');
                }
            }
            blocks.add("END");
        } catch (IOException e) {
            blocks.add("BROKEN");
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
