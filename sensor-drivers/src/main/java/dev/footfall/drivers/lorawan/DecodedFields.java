package dev.footfall.drivers.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.json.JsonFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payload codec made of a frame. Codecs of different servers spell one field differently ({@code people_in}, {@code
 * periodicCounterIn}), so names are compared without case, blanks and punctuation. The first wrong value is kept as the
 * problem.
 */
public final class DecodedFields {
    private static final int MOST_FIELDS = 256;

    /** No such field. */
    public static final long ABSENT = -1;

    /** There is such a field, and its value is not what it should be. */
    public static final long WRONG = -2;

    private final Map<String, JsonNode> fields = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private @Nullable Rejected problem;

    private DecodedFields() {}

    /** The object's own fields; those of a lone {@code data} object inside, which some codecs wrap around. */
    public static DecodedFields of(JsonNode object) {
        JsonNode inner = object.path("data").isObject() && object.size() <= 3 ? object.path("data") : object;
        DecodedFields decoded = new DecodedFields();
        inner.properties().stream().limit(MOST_FIELDS).forEach(field -> {
            String plain = plain(field.getKey());
            if (decoded.fields.putIfAbsent(plain, field.getValue()) == null) {
                decoded.spellings.put(plain, field.getKey());
            }
        });
        return decoded;
    }

    /** A name as it is compared: lower-case letters and digits only. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                plain.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                plain.append((char) (c + 32));
            }
        }
        return plain.toString();
    }

    /** All names, as they are compared. */
    public Set<String> names() {
        return Set.copyOf(fields.keySet());
    }

    public boolean has(String... names) {
        for (String name : names) {
            JsonNode value = fields.get(name);
            if (value != null && !value.isNull()) {
                return true;
            }
        }
        return false;
    }

    /** The value under the first of these names that is there; null if none is. */
    public @Nullable JsonNode value(String... names) {
        for (String name : names) {
            JsonNode value = fields.get(name);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    /** A whole number from 0 under the first of these names; {@link #ABSENT} or {@link #WRONG}, which is then noted. */
    public long count(long most, String... names) {
        JsonNode value = value(names);
        if (value == null) {
            return ABSENT;
        }
        String name = spelling(names);
        JsonFields field = JsonFields.of(JsonNodeFactory.instance.objectNode().set(name, value), "");
        long count = field.count(name, most);
        note(field.problem());
        return field.ok() ? count : WRONG;
    }

    /** The first of these names that is there, as the codec writes it. */
    private String spelling(String... names) {
        for (String name : names) {
            String spelling = spellings.get(name);
            if (spelling != null && has(name)) {
                return Reason.shown(spelling);
            }
        }
        return names[0];
    }

    /** The text under the first of these names in lower case; empty if there is none. */
    public String text(String... names) {
        JsonNode value = value(names);
        return value == null || !value.isValueNode() ? "" : value.asText().toLowerCase(Locale.ROOT);
    }

    /**
     * A state that is taken or free.
     *
     * @return null if none of these names is there
     */
    public @Nullable Boolean taken(String... names) {
        JsonNode value = value(names);
        if (value == null) {
            return null;
        }
        switch (text(names)) {
            case "true", "1", "occupied", "motion", "255" -> {
                return true;
            }
            case "false", "0", "vacant", "free", "unoccupied", "none" -> {
                return false;
            }
            default -> {
                note(new Rejected(
                        Code.WRONG_VALUE,
                        Reason.of(spelling(names), JsonFields.shown(value), "must say occupied or vacant, 1 or 0")));
                return null;
            }
        }
    }

    private void note(@Nullable Rejected wrong) {
        problem = problem == null ? wrong : problem;
    }

    /** The first value that was wrong, null if none was. */
    public @Nullable Rejected problem() {
        return problem;
    }
}
