package dev.footfall.drivers.nativejson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.json.JsonLimits;
import dev.footfall.drivers.json.JsonRefusal;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of native JSON to readings, in one pass and without a tree: this is the gateway's hottest path. */
final class NativeDecoder {
    /** Counters have their own line, so that a sensor may send both crossings and a counter without mixing them. */
    private static final String COUNTER_LINE = "counter";

    // NaN and Infinity are read only to be refused by name.
    private static final JsonFactory JSON = JsonLimits.factory(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

    private NativeDecoder() {}

    static DecodeResult decode(byte[] payload) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        try (JsonParser parser = JSON.createParser(payload)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return JsonRefusal.empty();
            }
            DecodeResult result = root(first, parser);
            return result instanceof Readings && parser.nextToken() != null ? moreThanOne() : result;
        } catch (IOException e) {
            return JsonRefusal.of(e, payload);
        }
    }

    private static DecodeResult root(JsonToken first, JsonParser parser) throws IOException {
        return switch (first) {
            case START_OBJECT -> {
                Fields fields = new Fields(RawFields.read(parser));
                Reading reading = reading(fields);
                yield reading == null ? refusal(fields) : Readings.of(null, List.of(reading));
            }
            case START_ARRAY -> array(parser);
            default -> new Rejected(Code.WRONG_FORMAT, "the payload must be one JSON object or an array of objects");
        };
    }

    private static DecodeResult array(JsonParser parser) throws IOException {
        ReadingList list = new ReadingList();
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return new Rejected(Code.NOT_JSON, "the array is not closed; send the whole of it");
            }
            if (token == JsonToken.START_OBJECT) {
                Fields fields = new Fields(RawFields.read(parser));
                Reading reading = reading(fields);
                if (reading != null) {
                    list.add(reading);
                } else {
                    Rejected refusal = refusal(fields);
                    list.skip(refusal.code(), "element " + index + ": " + refusal.reason());
                }
            } else {
                parser.skipChildren();
                list.skip(Code.WRONG_VALUE, "element " + index + ": must be an object");
            }
            index++;
        }
        return list.result(null);
    }

    private static @Nullable Reading reading(Fields fields) {
        NativeType type = type(fields);
        if (type == null) {
            return null;
        }
        Fact fact = NativeFacts.fact(type, fields);
        Instant at = fields.has(Field.AT) ? at(fields) : null;
        String id = fields.nameOrNull(Field.ID);
        if (fact == null || !fields.ok()) {
            return null;
        }
        String line = type == NativeType.COUNTER ? COUNTER_LINE : "";
        // one message may tell all people and the staff among them under one id
        String kind = fact instanceof Fact.OfStaff ? "staff:" : "id:";
        return new Reading(fact, at, line, id == null ? null : kind + id);
    }

    private static @Nullable NativeType type(Fields fields) {
        NativeType type = NativeType.of(fields.text(Field.TYPE));
        if (type == null) {
            if (fields.isWritten(Field.TYPE)) {
                fields.wrong(Field.TYPE, "must be one of " + NativeType.LIST);
            } else {
                fields.missing(Field.TYPE, "it must be one of " + NativeType.LIST);
            }
        }
        return type;
    }

    private static @Nullable Instant at(Fields fields) {
        Instant at = fields.isText(Field.AT)
                ? DeviceTime.withOffset(fields.text(Field.AT))
                : fields.isInteger(Field.AT) ? DeviceTime.epochMillis(fields.integer(Field.AT)) : null;
        if (at == null) {
            fields.wrong(
                    Field.AT, "must be a time like 2026-11-22T09:00:00Z (with Z or an offset) or epoch milliseconds");
        }
        return at;
    }

    private static Rejected refusal(Fields fields) {
        Rejected problem = fields.problem();
        if (problem == null) {
            throw new IllegalStateException("no reading and no problem");
        }
        return problem;
    }

    private static Rejected moreThanOne() {
        return new Rejected(Code.NOT_JSON, "the payload goes on after its first value; send one object, or an array");
    }
}
