package dev.footfall.gateway.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values in a message's text, found without reading its format strictly: devices write JSON and XML loosely. */
final class Leaves {
    private static final Pattern JSON = Pattern.compile(
            "\"(?<text>(?:[^\"\\\\]++|\\\\.)*+)\"(?<colon>\\s*+:)?|(?<![\\w.\"-])(?<number>-?\\d[\\d.eE+-]*+)(?![\\w\"])");
    private static final Pattern XML =
            Pattern.compile("<(?<element>[A-Za-z][\\w:.-]*+)|(?<attribute>[A-Za-z][\\w:.-]*+)"
                    + "\\s*+=\\s*+(?:\"(?<quoted>[^\"<]*+)\"|'(?<single>[^'<]*+)')|>(?<content>[^<>]*\\S[^<>]*+)<");
    private static final Pattern CELL = Pattern.compile("(?<cell>[^,;|\\t\\r\\n]+)|(?<line>\\n)");

    private Leaves() {}

    /** The values of a text, in its order. */
    static List<Leaf> of(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(text);
        }
        return text.indexOf('<') >= 0 && text.indexOf('>') >= 0 ? xml(text) : cells(text);
    }

    private static List<Leaf> json(String text) {
        List<Leaf> leaves = new ArrayList<>();
        Matcher found = JSON.matcher(text);
        String key = "";
        while (found.find()) {
            if (found.group("number") != null) {
                leaves.add(new Leaf(key, found.start("number"), found.end("number"), "0"));
            } else if (found.group("colon") != null) {
                key = found.group("text");
                // A key may name somebody too; it cannot be left out, for then nobody would know what its value is.
                leaves.add(new Leaf("key " + key, found.start("text"), found.end("text"), key));
            } else {
                leaves.add(new Leaf(key, found.start("text"), found.end("text"), ""));
            }
        }
        return leaves;
    }

    private static List<Leaf> xml(String text) {
        List<Leaf> leaves = new ArrayList<>();
        Matcher found = XML.matcher(text);
        String element = "";
        while (found.find()) {
            if (found.group("element") != null) {
                element = found.group("element");
            } else if (found.group("content") != null) {
                leaves.add(new Leaf(element, found.start("content"), found.end("content"), ""));
                // The bracket that ended the text begins the next tag.
                found.region(found.end() - 1, text.length());
            } else {
                String value = found.group("quoted") == null ? "single" : "quoted";
                leaves.add(
                        new Leaf(element + " " + found.group("attribute"), found.start(value), found.end(value), ""));
            }
        }
        return leaves;
    }

    private static List<Leaf> cells(String text) {
        List<Leaf> leaves = new ArrayList<>();
        Matcher found = CELL.matcher(text);
        int column = 0;
        while (found.find()) {
            if (found.group("line") != null) {
                column = 0;
            } else {
                leaves.add(new Leaf("column " + column++, found.start(), found.end(), ""));
            }
        }
        return leaves;
    }

    /**
     * The text with other values.
     *
     * @param leaves values of the text, in its order
     * @param change the new value; null leaves it as it is
     */
    static String changed(String text, List<Leaf> leaves, Function<Leaf, @Nullable String> change) {
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (Leaf leaf : leaves) {
            String value = change.apply(leaf);
            if (value != null) {
                changed.append(text, at, leaf.start()).append(value);
                at = leaf.end();
            }
        }
        return changed.append(text, at, text.length()).toString();
    }
}
