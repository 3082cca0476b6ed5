package dev.footfall.gateway.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.footfall.drivers.time.DeviceTime;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads captures: JSON Lines, plain or gzip, one received message per line. */
public final class CaptureReader {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private int line;
    private long bytes;

    public CaptureReader(Path file) {
        this.file = file;
    }

    /** A capture that cannot be read on; the message names file, line, value and rule. */
    public static final class BadCapture extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadCapture(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Bytes of payload handed on so far. */
    public long bytes() {
        return bytes;
    }

    /**
     * Hands every message to the consumer, in the order of the file.
     *
     * @throws BadCapture if a line is not in the format
     */
    public void read(Consumer<CapturedMessage> consumer) {
        try (InputStream in = open();
                JsonParser parser = JSON.createParser(in)) {
            while (parser.nextToken() != null) {
                line = parser.currentTokenLocation().getLineNr();
                CapturedMessage message = message(parser);
                bytes += message.payload().length;
                consumer.accept(message);
            }
        } catch (JsonProcessingException e) {
            int where = e.getLocation() == null ? line : e.getLocation().getLineNr();
            throw new BadCapture(file + ":" + where + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BadCapture("the capture [" + file + "] cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        int magic = (in.read() << 8) | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    private CapturedMessage message(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw bad("a line", parser.getText(), "must be one JSON object", null);
        }
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            field(draft, key, parser);
        }
        return draft.finish(this);
    }

    private void field(Draft draft, String key, JsonParser parser) throws IOException {
        switch (key) {
            case "at" -> draft.at = instant(parser);
            case "via" -> draft.via = parser.getText();
            case "topic", "path" -> draft.address = parser.getText();
            case "content_type" -> draft.contentType = parser.getText();
            case "payload" -> draft.payload = parser.getText().getBytes(StandardCharsets.UTF_8);
            case "payload_b64" -> draft.payload = parser.getBinaryValue();
            case "retained" -> draft.retained = parser.getBooleanValue();
            case "sensor" -> draft.sensor = parser.getText();
            case "line" -> draft.line = parser.getText();
            case "edge" -> draft.edge = parser.getText();
            case "count" -> draft.count = parser.getText();
            default -> parser.skipChildren();
        }
    }

    private Instant instant(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Instant.ofEpochMilli(parser.getLongValue());
        }
        Instant at = DeviceTime.withOffset(parser.getText());
        if (at == null) {
            throw bad("at", parser.getText(), "must be an RFC 3339 time, for example 2026-11-22T09:00:00.123Z", null);
        }
        return at;
    }

    private BadCapture bad(String key, String value, String rule, @Nullable Exception cause) {
        return new BadCapture(
                file + ":" + line + ": " + key + " [" + value + "] " + rule,
                cause == null ? new IllegalArgumentException(rule) : cause);
    }

    private static final class Draft {
        @Nullable
        Instant at;

        String via = "mqtt";
        String address = "";

        @Nullable
        String contentType;

        byte @Nullable [] payload;
        boolean retained;

        @Nullable
        String sensor;

        @Nullable
        String line;

        @Nullable
        String edge;

        @Nullable
        String count;

        CapturedMessage finish(CaptureReader reader) {
            if (at == null) {
                throw reader.bad("at", "", "is missing: every line needs its arrival time", null);
            }
            byte[] body = payload;
            if (via.equals("gpio")) {
                body = edge(reader);
                address = "gpio/" + sensor;
            }
            if (body == null) {
                throw reader.bad("payload", "", "is missing: give payload or payload_b64", null);
            }
            return new CapturedMessage(at, via, address, contentType, body, retained, sensor);
        }

        private byte[] edge(CaptureReader reader) {
            if (sensor == null || line == null || edge == null) {
                throw reader.bad("gpio", edge == null ? "" : edge, "needs sensor, line and edge", null);
            }
            String text = line + " " + edge + (count == null ? "" : " " + count);
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
