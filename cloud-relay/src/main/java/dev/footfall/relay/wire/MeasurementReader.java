package dev.footfall.relay.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link MeasurementJson} wrote. */
public final class MeasurementReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MeasurementReader() {}

    /** A measurement with the store it is of. */
    public record StoreRow(String store, Measurement measurement) {}

    /** @throws IllegalArgumentException if this is no measurement: which field, its value and what it must be */
    public static StoreRow read(byte[] json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException("a measurement must be one JSON object", e);
        }
    }

    /** @throws IllegalArgumentException if this is no measurement: which field, its value and what it must be */
    public static StoreRow read(JsonNode row) {
        String definition = text(row, "definition");
        if (!definition.equals(Measurement.DEFINITION)) {
            throw refused("definition", definition, "must be " + Measurement.DEFINITION);
        }
        var measurement = new Measurement(
                one(row, "metric", Metric::parse),
                one(row, "scope", Scope::parse),
                one(row, "grain", Grain::parse),
                new Window(instant(row, "start"), instant(row, "end")),
                number(row, "value"),
                number(row, "low"),
                number(row, "high"),
                known(row, "completeness"),
                one(row, "state", name -> constant(State.class, name)),
                ReasonJson.read(row.path("reasons"), row.path("reason").textValue()),
                one(row, "basis", name -> constant(Basis.class, name)),
                (int) known(row, "revision"));
        return new StoreRow(text(row, "store"), measurement);
    }

    private static <T> T one(JsonNode row, String field, Function<String, Optional<T>> parse) {
        String text = text(row, field);
        return parse.apply(text).orElseThrow(() -> refused(field, text, "must be one that this version knows"));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String wireName) {
        try {
            return Optional.of(Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(JsonNode row, String field) {
        String text = text(row, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " [" + text + "] must be an RFC 3339 instant", e);
        }
    }

    private static String text(JsonNode row, String field) {
        String text = row.path(field).textValue();
        if (text == null) {
            throw refused(field, row.path(field).toString(), "must be text");
        }
        return text;
    }

    private static double known(JsonNode row, String field) {
        Double number = number(row, field);
        if (number == null) {
            throw refused(field, "null", "must be a number");
        }
        return number;
    }

    private static @Nullable Double number(JsonNode row, String field) {
        JsonNode node = row.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber()) {
            throw refused(field, node.toString(), "must be a number or null");
        }
        return node.doubleValue();
    }

    private static IllegalArgumentException refused(String field, String value, String rule) {
        return new IllegalArgumentException(field + " [" + value + "] " + rule);
    }
}
