package dev.footfall.relay.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.reason.Place;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Sentence;
import dev.footfall.reason.Word;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reasons by code as JSON: an array of {@code {"code":…,"values":{…}}}, in the order in which they are said. A value is a
 * name, a number rounded as the sentence says it, a moment with the store's offset, seconds, a {@link Word}, or such an array.
 */
public final class ReasonJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReasonJson() {}

    /** Writes the array where the generator stands; an empty one if there is nothing to say. */
    public static void write(JsonGenerator out, @Nullable Reason reason) throws IOException {
        out.writeStartArray();
        if (reason != null) {
            for (Reason one : reason.each()) {
                object(out, one);
            }
        }
        out.writeEndArray();
    }

    private static void object(JsonGenerator out, Reason one) throws IOException {
        Sentence sentence = Sentence.of(one);
        out.writeStartObject();
        out.writeStringField("code", sentence.code());
        out.writeObjectFieldStart("values");
        for (Place place : sentence.places()) {
            out.writeFieldName(place.name());
            value(out, place, place.value(one));
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void value(JsonGenerator out, Place place, Object value) throws IOException {
        switch (place.kind()) {
            case NAME -> out.writeString((String) value);
            case NUMBER, SIGNED -> number(out, place, (Number) value);
            case TIME -> out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) value));
            case LENGTH -> out.writeNumber(((Duration) value).toSeconds());
            case WORD -> out.writeString(((Word) value).wireName());
            case REASON -> write(out, (Reason) value);
        }
    }

    private static void number(JsonGenerator out, Place place, Number value) throws IOException {
        if (value instanceof Double amount) {
            out.writeNumber(BigDecimal.valueOf(amount)
                    .setScale(place.digits(), RoundingMode.HALF_UP)
                    .toPlainString());
        } else {
            out.writeNumber(value.longValue());
        }
    }

    /** The array as text, for the journal; null if there is nothing to say or only a sentence of before codes. */
    public static @Nullable String text(@Nullable Reason reason) {
        if (reason == null || reason instanceof Reason.Told) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(out, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return text.toString();
    }

    /**
     * The way back from {@link #text}.
     *
     * @param english what stands if there are no codes, or some that this version does not know; null for nothing to say
     */
    public static @Nullable Reason read(@Nullable String text, @Nullable String english) {
        if (english == null || text == null) {
            return told(english);
        }
        try {
            return read(MAPPER.readTree(text), english);
        } catch (IOException e) {
            return told(english);
        }
    }

    /** The way back from {@link #write}; see the other. */
    public static @Nullable Reason read(JsonNode array, @Nullable String english) {
        if (english == null) {
            return null;
        }
        Reason reason = reasons(array);
        return reason == null ? told(english) : reason;
    }

    private static @Nullable Reason told(@Nullable String english) {
        return english == null ? null : new Reason.Told(english);
    }

    /** Null if there is none, or one that this version does not know. */
    private static @Nullable Reason reasons(JsonNode array) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode one : array) {
            Reason reason = Sentence.of(one.path("code").asText())
                    .map(sentence -> reason(sentence, one.path("values")))
                    .orElse(null);
            if (reason == null) {
                return null;
            }
            reasons.add(reason);
        }
        return Reason.of(reasons);
    }

    private static @Nullable Reason reason(Sentence sentence, JsonNode given) {
        List<Object> values = new ArrayList<>();
        for (Place place : sentence.places()) {
            Object value = value(place, given.path(place.name()));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return sentence.with(values);
    }

    private static @Nullable Object value(Place place, JsonNode given) {
        try {
            return switch (place.kind()) {
                case NAME -> given.textValue();
                case NUMBER, SIGNED ->
                    given.isNumber() ? number(place.component().getType(), given) : null;
                case TIME -> given.isTextual() ? OffsetDateTime.parse(given.textValue()) : null;
                case LENGTH -> given.isNumber() ? Duration.ofSeconds(given.longValue()) : null;
                case WORD ->
                    given.isTextual()
                            ? Word.valueOf(
                                    given.textValue().toUpperCase(Locale.ROOT).replace('-', '_'))
                            : null;
                case REASON -> reasons(given);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return null; // of a version that writes it otherwise
        }
    }

    private static Object number(Class<?> type, JsonNode given) {
        if (type == double.class) {
            return given.doubleValue();
        }
        return type == long.class ? (Object) given.longValue() : (Object) given.intValue();
    }
}
