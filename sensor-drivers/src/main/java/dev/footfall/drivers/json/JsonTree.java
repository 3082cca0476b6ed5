package dev.footfall.drivers.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.PayloadLimit;
import java.io.IOException;

/** A payload read as one JSON object, or why not. */
public sealed interface JsonTree {

    /** The payload's object. */
    record Read(JsonNode root) implements JsonTree {}

    /** No JSON object within the limits. */
    record Refused(Rejected refusal) implements JsonTree {}

    /** Reads with Java-style comments allowed: vendors' own documents have them. */
    static JsonTree object(byte[] payload) {
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return new Refused(tooLarge);
        }
        try {
            JsonNode root = Mapper.JSON.readTree(payload);
            if (root == null || root.isMissingNode()) {
                return new Refused(JsonRefusal.empty());
            }
            return root.isObject()
                    ? new Read(root)
                    : new Refused(new Rejected(Code.WRONG_FORMAT, "the payload must be one JSON object"));
        } catch (JsonProcessingException e) {
            return new Refused(JsonRefusal.of(e, payload));
        } catch (IOException e) {
            throw new IllegalStateException("reading an array cannot fail otherwise", e);
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
