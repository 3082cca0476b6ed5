package dev.footfall.drivers.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns a parser's complaint into a refusal. The parser's own text is not used: it quotes the payload. */
public final class JsonRefusal {
    private JsonRefusal() {}

    /** Why these bytes could not be read as JSON. */
    public static Rejected of(IOException problem, byte[] payload) {
        if (problem instanceof StreamConstraintsException limit) {
            return overLimit(limit);
        }
        if (!isUtf8(payload)) {
            return new Rejected(Code.NOT_UTF8, "the payload is not UTF-8 text; send JSON encoded as UTF-8");
        }
        return new Rejected(Code.NOT_JSON, "the payload is not valid JSON" + where(problem) + "; send one JSON value");
    }

    /** The refusal of an empty payload. */
    public static Rejected empty() {
        return new Rejected(Code.NOT_JSON, "the payload is empty; send one JSON value");
    }

    private static Rejected overLimit(StreamConstraintsException limit) {
        String message = String.valueOf(limit.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return new Rejected(
                    Code.TOO_DEEP, "the JSON is nested more than " + JsonLimits.DEPTH + " levels deep; flatten it");
        }
        return new Rejected(Code.TOO_LARGE, "a name or number in the JSON is too long" + where(limit) + "; shorten it");
    }

    private static String where(IOException problem) {
        if (problem instanceof JsonProcessingException parsing) {
            JsonLocation at = parsing.getLocation();
            if (at != null) {
                return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            }
        }
        return "";
    }

    private static boolean isUtf8(byte[] payload) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
