package dev.footfall.drivers.gpiobeam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Signal;
import dev.footfall.observation.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One edge in words, as the gateway's own source writes it, or lines of a capture. */
final class EdgeDecoder {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String WORDS = "must be rising, falling, alive, high, low or lost";

    private EdgeDecoder() {}

    static DecodeResult decode(byte[] payload, GpioBeamOptions options) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        ReadingList readings = new ReadingList();
        if (startsAnObject(payload)) {
            captured(payload, options, readings);
        } else {
            EdgeText edge = EdgeText.parse(new String(payload, StandardCharsets.UTF_8));
            if (edge == null) {
                return new Rejected(
                        Code.WRONG_FORMAT,
                        "the payload must be a line's number and what it did, for example 17 rising");
            }
            add(edge, null, options, readings);
        }
        return readings.result(null);
    }

    private static boolean startsAnObject(byte[] payload) {
        for (byte b : payload) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    private static void captured(byte[] payload, GpioBeamOptions options, ReadingList readings) {
        try (JsonParser parser = JSON.createParser(payload)) {
            JsonToken token = parser.nextToken();
            for (; token == JsonToken.START_OBJECT; token = parser.nextToken()) {
                object(parser, options, readings);
            }
            if (token != null) {
                readings.skip(
                        Code.NOT_JSON, "the payload must be JSON objects with line and edge, one after the other");
            }
        } catch (IOException ignored) {
            readings.skip(Code.NOT_JSON, "the payload is no valid JSON; send objects with line and edge");
        }
    }

    private static void object(JsonParser parser, GpioBeamOptions options, ReadingList readings) throws IOException {
        String line = "";
        String word = "";
        String at = null;
        int count = 1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "line" -> line = scalar(parser, value);
                case "edge" -> word = scalar(parser, value);
                case "at" -> at = scalar(parser, value);
                case "count" -> count = value == JsonToken.VALUE_NUMBER_INT ? smallCount(parser) : 1;
                default -> parser.skipChildren();
            }
        }
        if (!EdgeText.isNumber(line)) {
            readings.skip(Code.WRONG_VALUE, Reason.of("line", line, "must be the line's number, for example 17"));
        } else if (!EdgeText.isWord(word)) {
            readings.skip(Code.WRONG_VALUE, Reason.of("edge", word, WORDS));
        } else {
            add(new EdgeText(line, word, count), at == null ? null : DeviceTime.withOffset(at), options, readings);
        }
    }

    private static String scalar(JsonParser parser, JsonToken value) throws IOException {
        if (value.isStructStart()) {
            parser.skipChildren();
            return "";
        }
        return parser.getText();
    }

    private static int smallCount(JsonParser parser) throws IOException {
        return (int) Math.max(0, Math.min(1_000_000, parser.getValueAsLong()));
    }

    private static void add(EdgeText edge, @Nullable Instant at, GpioBeamOptions options, ReadingList readings) {
        String side = options.side(edge.line());
        if (side == null) {
            readings.skip(
                    Code.WRONG_VALUE,
                    Reason.of("line", edge.line(), "is neither the sensor's outer nor its inner line; check options"));
            return;
        }
        readings.add(new Reading(fact(edge, options.activeLow()), at, side, null));
    }

    private static Fact fact(EdgeText edge, boolean activeLow) {
        return switch (edge.word()) {
            case "rising" -> Fact.Beam.of(activeLow ? Signal.CLEAR : Signal.BROKEN);
            case "falling" -> Fact.Beam.of(activeLow ? Signal.BROKEN : Signal.CLEAR);
            case "high" -> Fact.Beam.of(activeLow ? Signal.FOUND_CLEAR : Signal.FOUND_BROKEN);
            case "low" -> Fact.Beam.of(activeLow ? Signal.FOUND_BROKEN : Signal.FOUND_CLEAR);
            case "lost" -> new Fact.Beam(Signal.LOST, edge.count());
            default -> Fact.Heartbeat.BARE;
        };
    }
}
