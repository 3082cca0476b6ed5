package dev.footfall.gateway.api;

import dev.footfall.measurement.Measurement;
import dev.footfall.relay.wire.JsonNumber;
import dev.footfall.relay.wire.MeasurementJson;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as CSV by RFC 4180: one header line, the columns of the JSON form in the same order without its list of reasons by code, lines end in CR LF, what
 * is not known is an empty field.
 *
 * @param json names the store and its units
 */
public record MeasurementCsv(MeasurementJson json) {
    private static final List<String> COLUMNS = List.of(
            "store",
            "metric",
            "scope",
            "grain",
            "start",
            "end",
            "value",
            "unit",
            "low",
            "high",
            "completeness",
            "state",
            "reason",
            "revision",
            "definition",
            "basis");

    /** The first line, with its end. */
    public String header() {
        return String.join(",", COLUMNS) + "\r\n";
    }

    /** One row, with its end. */
    public String line(Measurement row) {
        return new StringJoiner(",", "", "\r\n")
                .add(quoted(json.store()))
                .add(row.metric().wireName())
                .add(quoted(row.scope().wireName()))
                .add(row.grain().wireName())
                .add(row.window().start().toString())
                .add(row.window().end().toString())
                .add(number(row.value()))
                .add(quoted(json.unit(row)))
                .add(number(row.low()))
                .add(number(row.high()))
                .add(number(row.completeness()))
                .add(row.state().wireName())
                .add(quoted(row.reason()))
                .add(Integer.toString(row.revision()))
                .add(Measurement.DEFINITION)
                .add(row.basis().wireName())
                .toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : JsonNumber.text(value);
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
