package dev.footfall.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.simulator.device.SimulatedMessage;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes messages in the capture format: one JSON object per line, gzip if the file's name ends in {@code .gz}. */
public final class CaptureWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final JsonGenerator out;

    private CaptureWriter(OutputStream stream) throws IOException {
        this.out = new JsonFactory().createGenerator(stream);
        out.setRootValueSeparator(null);
    }

    /**
     * Starts a new file; an old one of the name is replaced.
     *
     * @throws IOException if it cannot be created
     */
    public static CaptureWriter create(Path file) throws IOException {
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        boolean gzip = file.getFileName().toString().endsWith(".gz");
        return new CaptureWriter(gzip ? new BufferedOutputStream(new GZIPOutputStream(raw, BUFFER), BUFFER) : raw);
    }

    /** Writes to a stream, which {@link #close} closes. */
    public static CaptureWriter to(OutputStream stream) throws IOException {
        return new CaptureWriter(stream);
    }

    /** @throws IOException if the file cannot be written */
    public void write(SimulatedMessage message) throws IOException {
        out.writeStartObject();
        out.writeStringField("at", message.at().toString());
        out.writeStringField("via", message.via());
        out.writeStringField(message.via().equals(SimulatedMessage.HTTP) ? "path" : "topic", message.address());
        String contentType = message.contentType();
        if (contentType != null) {
            out.writeStringField("content_type", contentType);
        }
        if (message.retained()) {
            out.writeBooleanField("retained", true);
        }
        payload(message.payload());
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void payload(byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            out.writeStringField("payload", text);
        } catch (CharacterCodingException notText) {
            out.writeBinaryField("payload_b64", bytes);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
