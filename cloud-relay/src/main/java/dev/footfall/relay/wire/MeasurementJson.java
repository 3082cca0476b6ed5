package dev.footfall.relay.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.measurement.Measurement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes measurements of one store as JSON objects, field names and order as {@code docs/metrics.md} gives them.
 * {@link MeasurementReader} is the way back.
 *
 * @param store the store's id, written into every row
 * @param currency ISO 4217 code that stands as the unit of money, null where the store has none
 */
public record MeasurementJson(String store, @Nullable String currency) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String CURRENCY = "currency";

    /** Writes one object where the generator stands. The generator stays open. */
    public void write(Measurement row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("store", store);
        out.writeStringField("metric", row.metric().wireName());
        out.writeStringField("scope", row.scope().wireName());
        out.writeStringField("grain", row.grain().wireName());
        out.writeStringField("start", row.window().start().toString());
        out.writeStringField("end", row.window().end().toString());
        number(out, "value", row.value());
        out.writeStringField("unit", unit(row));
        number(out, "low", row.low());
        number(out, "high", row.high());
        number(out, "completeness", row.completeness());
        out.writeStringField("state", row.state().wireName());
        out.writeStringField("reason", row.reason());
        out.writeNumberField("revision", row.revision());
        out.writeStringField("definition", Measurement.DEFINITION);
        out.writeStringField("basis", row.basis().wireName());
        if (row.why() != null) {
            out.writeFieldName("reasons");
            ReasonJson.write(out, row.why());
        }
        out.writeEndObject();
    }

    /** The row as one UTF-8 JSON object. */
    public byte[] bytes(Measurement row) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            write(row, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** The row's unit; money is given in the store's currency. */
    public String unit(Measurement row) {
        String unit = row.metric().unit();
        return unit.equals(CURRENCY) && currency != null ? currency : unit;
    }

    private static void number(JsonGenerator out, String name, @Nullable Double value) throws IOException {
        out.writeFieldName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(JsonNumber.text(value));
        }
    }
}
