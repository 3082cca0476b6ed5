package dev.footfall.drivers.unifiprotect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many went from side A of a line to side B and back.
 *
 * @param forth from A to B
 * @param back from B to A
 */
record Sides(long forth, long back) {
    private static final Sides NONE = new Sides(0, 0);
    private static final int DEPTH = 4;
    private static final int MOST_FIELDS = 32;

    /**
     * Reads a status or a count in any of its shapes: the way as a word ({@code "A2B"}), a number per way ({@code
     * {"A2B":1,"B2A":0}}), or either under the word for what crossed.
     *
     * @param kinds words for what is counted; other kinds beside it are left out
     */
    static Sides of(JsonNode node, Set<String> kinds) {
        return of(node, kinds, DEPTH);
    }

    boolean isNone() {
        return forth == 0 && back == 0;
    }

    private static Sides of(JsonNode node, Set<String> kinds, int depth) {
        if (node.isTextual()) {
            return switch (way(node.textValue())) {
                case "AB" -> new Sides(1, 0);
                case "BA" -> new Sides(0, 1);
                default -> NONE;
            };
        }
        Sides sum = NONE;
        if (node.isObject() && depth > 0 && node.size() <= MOST_FIELDS) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                sum = sum.plus(field(field.getKey(), field.getValue(), kinds, depth));
            }
        }
        return sum;
    }

    private static Sides field(String name, JsonNode value, Set<String> kinds, int depth) {
        return switch (way(name)) {
            case "AB" -> new Sides(number(value), 0);
            case "BA" -> new Sides(0, number(value));
            case "DIRECTION", "STATUS", "CROSSED", "WAY" -> of(value, kinds, depth - 1);
            default -> kinds.contains(name.toLowerCase(Locale.ROOT)) ? of(value, kinds, depth - 1) : NONE;
        };
    }

    private static long number(JsonNode value) {
        return value.isBoolean() ? (value.booleanValue() ? 1 : 0) : Math.max(0, value.asLong(0));
    }

    /** {@code A2B}, {@code a_to_b}, {@code AB} are one way. */
    private static String way(String word) {
        String plain = word.length() > 16 ? "" : word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return switch (plain) {
            case "A2B", "ATOB", "AB" -> "AB";
            case "B2A", "BTOA", "BA" -> "BA";
            default -> plain;
        };
    }

    private Sides plus(Sides other) {
        return other == NONE
                ? this
                : new Sides(
                        Math.min(forth + other.forth, Integer.MAX_VALUE),
                        Math.min(back + other.back, Integer.MAX_VALUE));
    }
}
