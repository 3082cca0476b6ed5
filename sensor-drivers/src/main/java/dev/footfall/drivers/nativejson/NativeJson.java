package dev.footfall.drivers.nativejson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Observations as native JSON objects, for {@code footfall decode} and everything that shows single observations. */
public final class NativeJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private NativeJson() {}

    /**
     * One line: the fields of the native format, plus {@code sensor}, {@code driver}, {@code at}, {@code flags} and, where
     * there are any, {@code line} and the start of the window as {@code from}.
     *
     * @throws IllegalArgumentException if the observation holds an identity in clear, which admission never lets through
     */
    public static String write(Observation observation, String driver) {
        StringWriter text = new StringWriter(192);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("sensor", observation.sensor().value());
            json.writeStringField("driver", driver);
            json.writeStringField("at", time(observation.at()));
            NativeFactWriter.write(observation.fact(), json);
            if (isWindow(observation.fact())) {
                json.writeStringField(
                        "from",
                        time(observation.at().minusMillis(observation.fact().spanMillis())));
            }
            if (!observation.line().isEmpty()) {
                json.writeStringField("line", observation.line());
            }
            flags(observation, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isWindow(Fact fact) {
        return fact instanceof Fact.OfStaff staff
                ? isWindow(staff.said())
                : fact instanceof Fact.Crossing crossing && crossing.kind() == Fact.Kind.INTERVAL;
    }

    /** An instant as RFC 3339 in UTC with milliseconds. */
    public static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    private static void flags(Observation observation, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("flags");
        for (Flag flag : Flag.values()) {
            if (observation.has(flag)) {
                json.writeString(flag.wireName());
            }
        }
        json.writeEndArray();
    }
}
