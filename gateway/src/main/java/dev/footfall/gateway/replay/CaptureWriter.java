package dev.footfall.gateway.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Source;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** Writes captures, gzip if the file's name ends in {@code .gz}. */
public final class CaptureWriter implements AutoCloseable {
    private final FileChannel channel;
    private final JsonGenerator json;

    /** Begins a file, in place of one that is there. */
    public CaptureWriter(Path file) throws IOException {
        this(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                file);
    }

    private CaptureWriter(FileChannel channel, Path file) throws IOException {
        this.channel = channel;
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        if (file.toString().endsWith(".gz")) {
            out = new GZIPOutputStream(out, 1 << 16, true);
        }
        json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
    }

    public void write(Arrival arrival) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", arrival.at().toString());
        if (arrival.source() == Source.GPIO) {
            edge(arrival);
            end();
            return;
        }
        boolean http = arrival.source() == Source.HTTP;
        json.writeStringField("via", http ? "http" : "mqtt");
        json.writeStringField(http ? "path" : "topic", arrival.message().address());
        if (!http && arrival.sensor() != null) {
            json.writeStringField("sensor", arrival.sensor());
        }
        if (arrival.message().contentType() != null) {
            json.writeStringField("content_type", arrival.message().contentType());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(arrival.message().payload()))
                    .toString();
            json.writeStringField("payload", text);
        } catch (CharacterCodingException ignored) {
            json.writeBinaryField("payload_b64", arrival.message().payload());
        }
        if (arrival.message().retained()) {
            json.writeBooleanField("retained", true);
        }
        end();
    }

    /** What a line said, in words: its number, what it did, and perhaps how often. */
    private void edge(Arrival arrival) throws IOException {
        String[] words = new String(arrival.message().payload(), StandardCharsets.UTF_8).split(" ", 3);
        json.writeStringField("via", "gpio");
        json.writeStringField("sensor", arrival.sensor());
        json.writeNumberField("line", Integer.parseInt(words[0]));
        json.writeStringField("edge", words[1]);
        if (words.length > 2) {
            json.writeNumberField("count", Integer.parseInt(words[2]));
        }
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    public void flush() throws IOException {
        json.flush();
    }

    /** Returns when everything written is on disk, readable up to here. */
    public void sync() throws IOException {
        json.flush();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
