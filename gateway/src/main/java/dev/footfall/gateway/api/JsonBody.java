package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.relay.wire.JsonNumber;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON text in memory. Small documents only; rows are streamed by {@link RowStream}. */
record JsonBody(Buffer bytes) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes the document, or the fields of one object in it. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator out) throws IOException;
    }

    /** Writes the fields of one object for one item. */
    @FunctionalInterface
    interface Fields<T> {
        void write(T item) throws IOException;
    }

    static JsonBody of(Content content) {
        var bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new JsonBody(Buffer.buffer(bytes.toByteArray()));
    }

    /** One object. */
    static JsonBody object(Content fields) {
        return of(out -> {
            out.writeStartObject();
            fields.writeTo(out);
            out.writeEndObject();
        });
    }

    /** A field that holds one object per item. */
    static <T> void array(JsonGenerator out, String field, Collection<T> items, Fields<T> fields) throws IOException {
        out.writeArrayFieldStart(field);
        for (T item : items) {
            out.writeStartObject();
            fields.write(item);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The fields by which other languages say a sentence: its code, and what stands in it. */
    static void said(JsonGenerator out, String code, Map<String, String> values) throws IOException {
        out.writeStringField("code", code);
        out.writeObjectFieldStart("values");
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }

    static void number(JsonGenerator out, String field, @Nullable Double value) throws IOException {
        out.writeFieldName(field);
        out.writeRawValue(JsonNumber.text(value));
    }

    static void whole(JsonGenerator out, String field, @Nullable Number value) throws IOException {
        out.writeFieldName(field);
        out.writeRawValue(value == null ? "null" : Long.toString(value.longValue()));
    }

    static void instant(JsonGenerator out, String field, @Nullable Instant at) throws IOException {
        out.writeStringField(field, at == null ? null : at.toString());
    }

    void end(HttpServerResponse response) {
        response.end(bytes).onFailure(ClientGone::ignore);
    }
}
