package dev.footfall.simulator.truth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.measurement.Metric;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Writes the truth as {@code {"measurements":[…]}}, rows in the fields that also tell measurements apart. */
public final class TruthWriter {
    private static final int DECIMALS = 6;

    private TruthWriter() {}

    /**
     * Writes all rows, one per line, and leaves the stream open.
     *
     * @param store the store's id
     * @param currency the unit of money, null if the store names none
     * @throws IOException if the stream cannot be written
     */
    public static void write(OutputStream stream, String store, @Nullable String currency, Iterator<TruthRow> rows)
            throws IOException {
        var factory = JsonFactory.builder()
                .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator out = factory.createGenerator(stream)) {
            out.writeStartObject();
            out.writeArrayFieldStart("measurements");
            while (rows.hasNext()) {
                out.writeRaw('\n');
                write(out, store, currency, rows.next());
            }
            out.writeRaw('\n');
            out.writeEndArray();
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator out, String store, @Nullable String currency, TruthRow row)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("store", store);
        out.writeStringField("metric", row.metric().wireName());
        out.writeStringField("scope", row.scope().wireName());
        out.writeStringField("grain", row.grain().wireName());
        out.writeStringField("start", row.window().start().toString());
        out.writeStringField("end", row.window().end().toString());
        out.writeFieldName("value");
        out.writeNumber(number(row.value()));
        out.writeStringField("unit", unit(row.metric(), currency));
        out.writeEndObject();
    }

    private static String unit(Metric metric, @Nullable String currency) {
        return metric == Metric.SALES && currency != null ? currency : metric.unit();
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
