package dev.footfall.drivers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.footfall.drivers.PayloadLimit;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a payload's outermost object (of an array: of its first object), for telling formats apart. Reads as far
 * as it can and never complains: a broken payload still shows what it was meant to be.
 */
public final class TopLevel {
    private static final TopLevel NOTHING = new TopLevel(Map.of());
    private static final int MOST_KEYS = 256;
    private static final JsonFactory JSON = JsonLimits.factory(
            JsonReadFeature.ALLOW_JAVA_COMMENTS,
            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES);

    /** Key → text of a text value, empty text for any other value. */
    private final Map<String, String> keys;

    private TopLevel(Map<String, String> keys) {
        this.keys = keys;
    }

    /** The outermost keys of these bytes; none if they are no JSON object. */
    public static TopLevel of(byte[] payload) {
        if (payload.length < 2 || payload.length > PayloadLimit.BYTES || !opens(payload)) {
            return NOTHING;
        }
        Map<String, String> keys = new HashMap<>();
        try (JsonParser parser = JSON.createParser(payload)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token == JsonToken.START_OBJECT) {
                read(parser, keys);
            }
        } catch (IOException brokenFromHereOn) {
            // what was seen so far is the answer
        }
        return keys.isEmpty() ? NOTHING : new TopLevel(keys);
    }

    /** All outermost keys that could be read. */
    public Set<String> keys() {
        return Set.copyOf(keys.keySet());
    }

    public boolean has(String key) {
        return keys.containsKey(key);
    }

    /** The value of a key if it is a text, otherwise null. */
    public @Nullable String text(String key) {
        String text = keys.get(key);
        return text == null || text.isEmpty() ? null : text;
    }

    private static void read(JsonParser parser, Map<String, String> keys) throws IOException {
        String name = parser.nextFieldName();
        while (name != null && keys.size() < MOST_KEYS) {
            JsonToken token = parser.nextToken();
            keys.put(name, "");
            if (token == JsonToken.VALUE_STRING) {
                keys.put(name, parser.getText());
            } else if (token.isStructStart()) {
                parser.skipChildren();
            }
            name = parser.nextFieldName();
        }
    }

    private static boolean opens(byte[] payload) {
        for (byte b : payload) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{' || b == '[' || b == '/' || b == (byte) 0xef;
            }
        }
        return false;
    }
}
