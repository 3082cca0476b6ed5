package dev.footfall.simulator.device;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON written field by field, so that the order of fields is part of a device's format. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes into memory. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    static byte[] object(Body fields) {
        return bytes(out -> {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        });
    }

    static byte[] array(Body elements) {
        return bytes(out -> {
            out.writeStartArray();
            elements.write(out);
            out.writeEndArray();
        });
    }

    private static byte[] bytes(Body body) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
