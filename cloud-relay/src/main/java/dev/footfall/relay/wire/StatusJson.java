package dev.footfall.relay.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.relay.outbox.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the status document of one store.
 *
 * @param store the store's id
 * @param version the gateway's version
 */
public record StatusJson(String store, String version) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The document as one UTF-8 JSON object; unknown fields are null, never left out. */
    public byte[] bytes(StoreStatus status) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("store", store);
            out.writeStringField("state", status.online() ? "online" : "offline");
            out.writeStringField(
                    "since", status.since() == null ? null : status.since().toString());
            out.writeStringField("reason", status.reason());
            out.writeStringField("version", version);
            out.writePOJOField("pending", status.pending());
            position(out, status);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void position(JsonGenerator out, StoreStatus status) throws IOException {
        Position delivered = status.delivered();
        if (delivered == null) {
            out.writeNullField("delivered");
            return;
        }
        out.writeObjectFieldStart("delivered");
        out.writeNumberField("epoch", delivered.epoch());
        out.writeNumberField("sequence", delivered.seq());
        out.writeEndObject();
    }
}
