package dev.footfall.gateway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value in the file, with the path of its key and its line. Reading it in a form collects what is wrong with it. */
final class Value {
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);
    private static final int LONGEST = 4096;
    private static final Rule NO_TAG = Rule.of("no-tag", "must not carry a YAML tag");

    private final Node node;
    private final String path;
    private final Problems problems;

    Value(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    String path() {
        return path;
    }

    int line() {
        return YamlTree.line(node);
    }

    /** Records that this value breaks a rule. */
    void wrong(Rule rule) {
        problems.add(line(), path, shown(node), rule);
    }

    /** Records that this value breaks a rule, where showing it would not help. */
    void wrongAsAWhole(Rule rule) {
        problems.add(line(), path, "", rule);
    }

    /** True for {@code key:} with nothing after it, which happens when what follows is commented out. */
    boolean isEmpty() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    boolean isScalar() {
        return node instanceof ScalarNode && !isEmpty();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text as written, whatever YAML takes it for; null, with a problem, if it is not a single value. */
    @Nullable
    String text() {
        if (!PLAIN.contains(node.getTag())) {
            wrong(NO_TAG);
            return null;
        }
        if (isEmpty()) {
            wrongAsAWhole(Rule.of("no-value", "has no value; give one or remove the key"));
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrong(Rule.of("single-value", "must be a single value"));
            return null;
        }
        if (scalar.getValue().length() <= LONGEST) {
            return scalar.getValue();
        }
        wrong(Rule.of("too-long", "must not be longer than {most} characters", "most", LONGEST));
        return null;
    }

    /** The value in the form; null, with a problem, if it has another. */
    <T> @Nullable T as(Form<T> form) {
        String text = text();
        return text == null ? null : as(form, text, text.isEmpty());
    }

    /** As {@link #as(Form)}, but the value is never shown: it may be a secret in the wrong place. */
    <T> @Nullable T asSecret(Form<T> form) {
        boolean single = node instanceof ScalarNode && PLAIN.contains(node.getTag());
        return as(form, single ? ((ScalarNode) node).getValue() : "", true);
    }

    private <T> @Nullable T as(Form<T> form, String text, boolean hidden) {
        return switch (form.read(text)) {
            case Form.Fits<T> fits -> fits.value();
            case Form.Breaks<T> breaks -> {
                if (text.isEmpty()) {
                    wrongAsAWhole(Rule.of("empty", "is empty; it {then}").then(breaks.rule()));
                } else if (hidden) {
                    wrongAsAWhole(breaks.rule());
                } else {
                    wrong(breaks.rule());
                }
                yield null;
            }
        };
    }

    /** The items of a list; empty, with a problem, if it is none. A key without a value is an empty list. */
    List<Value> items() {
        if (isEmpty()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list) || !PLAIN.contains(node.getTag())) {
            wrong(Rule.of("list", "must be a list"));
            return List.of();
        }
        List<Value> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new Value(item, path + "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** The section with exactly these keys allowed; null, with a problem, if it is not a section. */
    @Nullable
    Section section(List<String> known) {
        Section section = openSection();
        if (section != null) {
            section.refuseOthersThan(known);
        }
        return section;
    }

    /** The section, whatever its keys; null, with a problem, if it is not a section. */
    @Nullable
    Section openSection() {
        if (!(node instanceof MappingNode map) || !PLAIN.contains(node.getTag())) {
            wrong(Rule.of("section", "must be a section of keys and values"));
            return null;
        }
        return new Section(map, this, problems);
    }

    private static String shown(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getTag().equals(Tag.NULL) ? "" : start(scalar);
            case SequenceNode list ->
                list.getValue().stream().limit(10).map(Value::shownInside).collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private static String shownInside(Node node) {
        return node instanceof ScalarNode scalar ? start(scalar) : "…";
    }

    private static String start(ScalarNode scalar) {
        String text = scalar.getValue();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
