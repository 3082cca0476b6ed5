package dev.footfall.drivers.json;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import java.io.IOException;

/** A payload read as one JSON value, or why not. */
public sealed interface JsonTree {

    /** The payload's value. */
    record Read(JsonNode root) implements JsonTree {}

    /** No JSON within the limits. */
    record Refused(Rejected refusal) implements JsonTree {}

    /** Reads an object, with Java-style comments allowed: vendors' own documents have them. */
    static JsonTree object(byte[] payload) {
        JsonTree tree = value(payload);
        return tree instanceof Read read && !read.root().isObject()
                ? new Refused(new Rejected(Code.WRONG_FORMAT, "the payload must be one JSON object"))
                : tree;
    }

    /** Reads a value of any kind, comments allowed. */
    static JsonTree value(byte[] payload) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return new Refused(tooLarge);
        }
        try {
            JsonNode root = Mapper.JSON.readTree(payload);
            if (root == null || root.isMissingNode()) {
                return new Refused(JsonRefusal.empty());
            }
            return new Read(root);
        } catch (IOException e) {
            // not only bad syntax: bytes that begin like UTF-16 or UTF-32 and do not go on so are no JSON problem to
            // Jackson
            return new Refused(JsonRefusal.of(e, payload));
        }
    }

    /** Apart, for an interface has no private constants. */
    final class Mapper {
        private static final ObjectMapper JSON = JsonMapper.builder(
                        JsonLimits.factory(JsonReadFeature.ALLOW_JAVA_COMMENTS))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Mapper() {}
    }
}
