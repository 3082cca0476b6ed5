package dev.footfall.gateway.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping in the file. Keys that are given twice or are not single words are problems as soon as it is opened. */
final class Section {
    private static final int LONGEST_KEY = 200;

    private final Value itself;
    private final Problems problems;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Section(MappingNode map, Value itself, Problems problems) {
        this.itself = itself;
        this.problems = problems;
        for (NodeTuple pair : map.getValue()) {
            int line = YamlTree.line(pair.getKeyNode());
            if (pair.getKeyNode() instanceof ScalarNode key && key.getValue().length() <= LONGEST_KEY) {
                add(line, key.getValue(), pair);
            } else {
                problems.add(
                        line,
                        itself.path(),
                        "",
                        Rule.of(
                                "long-key",
                                "has a key that is not a single word of at most {most} characters",
                                "most",
                                LONGEST_KEY));
            }
        }
    }

    private void add(int line, String key, NodeTuple pair) {
        Integer first = lines.putIfAbsent(key, line);
        if (first != null) {
            problems.add(
                    line,
                    path(key),
                    "",
                    Rule.of("twice", "is given twice, first in line {line}; keep one", "line", first));
            return;
        }
        values.put(key, new Value(pair.getValueNode(), path(key), problems));
    }

    String path() {
        return itself.path();
    }

    String path(String key) {
        return itself.path().isEmpty() ? key : itself.path() + "." + key;
    }

    /** The line in which the key stands. */
    int line(String key) {
        return lines.getOrDefault(key, itself.line());
    }

    Map<String, Value> entries() {
        return values;
    }

    /** The value of the key, or null if the key is absent. */
    @Nullable
    Value value(String key) {
        return values.get(key);
    }

    /** The value of the key, or null if the key is absent or has nothing after it. */
    @Nullable
    Value part(String key) {
        Value value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The items of the key's list, none if the key is absent. */
    List<Value> items(String key) {
        Value value = values.get(key);
        return value == null ? List.of() : value.items();
    }

    /** The key's value in the form; null if absent, or, with a problem, if it has another form. */
    <T> @Nullable T optional(String key, Form<T> form) {
        Value value = values.get(key);
        return value == null ? null : value.as(form);
    }

    /** The key's value in the form; the default if absent, or, with a problem, if it has another form. */
    <T> T optional(String key, Form<T> form, T otherwise) {
        T value = optional(key, form);
        return value == null ? otherwise : value;
    }

    /** The key's value in the form; null, with a problem, if absent or of another form. */
    <T> @Nullable T required(String key, Form<T> form, String example) {
        Value value = values.get(key);
        if (value == null) {
            missing(key, example);
            return null;
        }
        return value.as(form);
    }

    void missing(String key, String example) {
        wrong(key, new Rule("missing", "must be given, " + example, Map.of(), null));
    }

    /** Records a problem of a key, in the key's line, without showing a value. */
    void wrong(String key, Rule rule) {
        problems.add(line(key), path(key), "", rule);
    }

    /** Records a problem of a key with the value it stands for. */
    void wrong(String key, String shown, Rule rule) {
        problems.add(line(key), path(key), shown, rule);
    }

    /** Records a problem of the section as a whole, in its first line. */
    void wrong(Rule rule) {
        itself.wrongAsAWhole(rule);
    }

    /** Every key that is not among these is a problem. */
    void refuseOthersThan(List<String> known) {
        refuseOthersThan(known, key -> Nearest.rule(key, known));
    }

    /** Every key that is not among these is a problem, with a hint made for it. */
    void refuseOthersThan(List<String> known, Function<String, Rule> hint) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                wrong(key, Rule.of("unknown-key", "is not a known key; {then}").then(hint.apply(key)));
            }
        }
    }
}
