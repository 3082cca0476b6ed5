package dev.footfall.drivers.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to one object of a vendor's message. The first thing that is wrong is kept in {@link #problem} and a
 * harmless value is returned, so that a decoder reads on and asks once. Numbers written as text are numbers here: half of
 * the vendors do that. Objects inside share the problem of the object they came from.
 */
public final class JsonFields {
    private static final int LONGEST_NAME = 256;

    private static final int NO_ITEM = -1;

    private final JsonNode node;
    private final @Nullable JsonFields parent;
    private final String key;
    private final int index;
    private final Problem problem;

    /** The path is put together only for messages: most objects have nothing wrong. */
    private JsonFields(JsonNode node, @Nullable JsonFields parent, String key, int index, Problem problem) {
        this.node = node;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.problem = problem;
    }

    /**
     * An object with its own problem.
     *
     * @param path how messages name it, for example {@code line_total_data[0]}; empty for the root
     */
    public static JsonFields of(JsonNode node, String path) {
        return new JsonFields(node, null, path, NO_ITEM, new Problem());
    }

    /** The object under a key; an empty one if there is none. */
    public JsonFields object(String key) {
        JsonNode child = node.path(key);
        return new JsonFields(child.isObject() ? child : MissingNode.getInstance(), this, key, NO_ITEM, problem);
    }

    /** The objects of the array under a key, each with its own problem; one that is no object has that as its problem. */
    public List<JsonFields> objects(String key) {
        JsonNode array = node.path(key);
        if (has(key) && !array.isArray()) {
            JsonFields none = of(MissingNode.getInstance(), name(key));
            none.wrong(Reason.of(name(key), shown(array), "must be an array"));
            return List.of(none);
        }
        List<JsonFields> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonFields item = new JsonFields(array.get(i), this, key, i, new Problem());
            if (!array.get(i).isObject()) {
                item.problem.note(Code.WRONG_VALUE, item.path() + " must be an object");
            }
            items.add(item);
        }
        return items;
    }

    /** True if the key is there and not null. */
    public boolean has(String key) {
        JsonNode value = node.get(key);
        return value != null && !value.isNull();
    }

    public boolean isObject(String key) {
        return node.path(key).isObject();
    }

    /** The object's keys in their order; at most 64 of them. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(key -> {
            if (keys.size() < 64) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** The value as it is, missing if there is none. */
    public JsonNode value(String key) {
        return node.path(key);
    }

    /** A whole number from 0 that must be there. */
    public long count(String key, long most) {
        if (!has(key)) {
            problem.note(Code.MISSING_FIELD, name(key) + " is missing");
            return 0;
        }
        JsonNode value = node.path(key);
        // Nearly always a plain number: the way over decimals is for texts and for what is refused.
        if (value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= most) {
            return value.longValue();
        }
        BigDecimal number = value.isNumber() || value.isTextual() ? number(value.asText()) : null;
        if (number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            if (number.stripTrailingZeros().scale() <= 0) {
                return number.longValue();
            }
        }
        problem.note(Code.WRONG_VALUE, Reason.of(name(key), shown(value), "must be a whole number from 0 to " + most));
        return 0;
    }

    /** A count of which the counterpart may stand alone: 0 if only {@code other} is given. */
    public long countOfPair(String key, String other, long most) {
        return has(key) || !has(other) ? count(key, most) : 0;
    }

    /** A text that must be there; numbers are taken as their digits. */
    public String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            boolean written = has(key);
            problem.note(
                    written ? Code.WRONG_VALUE : Code.MISSING_FIELD,
                    written
                            ? Reason.of(name(key), shown(node.path(key)), "must be a text of 1 to 256 characters")
                            : name(key) + " is missing");
            return "";
        }
        return text;
    }

    /** A text or a number's digits; null if there is neither or it is blank or endless. */
    public @Nullable String textOrNull(String key) {
        JsonNode value = node.path(key);
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        return text.isBlank() || text.length() > LONGEST_NAME ? null : text;
    }

    /** Notes that this object is unusable for a reason of the caller's. */
    public void wrong(String reason) {
        problem.note(Code.WRONG_VALUE, reason);
    }

    /** A key with the path to it, for messages. */
    public String name(String key) {
        String path = path();
        return path.isEmpty() ? key : path + "." + key;
    }

    private String path() {
        String name = parent == null ? key : parent.name(key);
        return index == NO_ITEM ? name : name + "[" + index + "]";
    }

    public boolean ok() {
        return problem.first == null;
    }

    /** The first thing that was wrong, null if all is well. */
    public @Nullable Rejected problem() {
        return problem.first;
    }

    /** A value for messages: short, and only the kind of what is nested. */
    public static String shown(JsonNode value) {
        return value.isContainerNode() ? (value.isArray() ? "[…]" : "{…}") : value.toString();
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static final class Problem {
        private @Nullable Rejected first;

        void note(Code code, String reason) {
            if (first == null) {
                first = new Rejected(code, reason);
            }
        }
    }
}
