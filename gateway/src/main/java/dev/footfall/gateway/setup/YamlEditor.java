package dev.footfall.gateway.setup;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Changes values in a YAML text and leaves every other character as it is, comments included. Each change is made in the text
 * and the text read again, so that one change cannot spoil the place of the next.
 */
final class YamlEditor {
    private final LoadSettings settings = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setSchema(new CoreSchema())
            .build();
    private String text;

    /** @param text a mapping at the top; what the loader has read before */
    YamlEditor(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Finds a mapping in the file. */
    interface Place {
        /** The file itself. */
        Place FILE = root -> root;

        @Nullable
        MappingNode in(MappingNode root);

        /** The mapping under a key of the file. */
        static Place section(String key) {
            return root -> value(root, key) instanceof MappingNode found ? found : null;
        }

        /** The item of that id in the list under a key of the file. */
        static Place item(String list, String id) {
            return root -> value(root, list) instanceof SequenceNode items ? itemOf(items, id) : null;
        }
    }

    boolean has(Place place) {
        return place.in(root()) != null;
    }

    /** True if the mapping is written in braces, where a value cannot span lines. */
    boolean isFlow(Place place) {
        MappingNode map = place.in(root());
        return map != null && map.getFlowStyle() == FlowStyle.FLOW;
    }

    /** Gives a key its value, wherever it stands; without it, at the end of the mapping. Null takes the key away. */
    void set(Place place, String key, @Nullable String value) {
        MappingNode map = place.in(root());
        if (map == null) {
            throw new IllegalStateException("the file must still have what is to be changed: " + key);
        }
        NodeTuple entry = entry(map, key);
        if (entry == null && value != null) {
            insert(map, key + ": " + value);
        } else if (entry != null && value == null) {
            remove(map, entry);
        } else if (entry != null && value != null) {
            replace(entry, value);
        }
    }

    /** Adds an item to the list under a key of the file; its lines begin at the item's own indent. */
    void add(String list, List<String> lines) {
        NodeTuple entry = entry(root(), list);
        if (root().getFlowStyle() == FlowStyle.FLOW) {
            addInBraces(entry, list, "{ " + String.join(", ", lines) + " }");
            return;
        }
        if (entry != null
                && entry.getValueNode() instanceof SequenceNode items
                && items.getFlowStyle() == FlowStyle.BLOCK
                && !items.getValue().isEmpty()) {
            int at = endOfLine(leafEnd(items.getValue().getLast()));
            cut(at, at, "\n" + item(lines, column(items.getValue().getFirst()) - 2));
        } else if (entry != null) {
            rewriteAsBlock(entry, item(lines, 2));
        } else {
            String gap = text.isEmpty() || text.endsWith("\n") ? "\n" : "\n\n";
            text = text + gap + list + ":\n" + item(lines, 2) + "\n";
        }
    }

    /** A file in braces, as JSON is. */
    private void addInBraces(@Nullable NodeTuple entry, String list, String item) {
        if (entry == null) {
            insert(root(), list + ": [ " + item + " ]");
        } else if (entry.getValueNode() instanceof SequenceNode items
                && !items.getValue().isEmpty()) {
            int at = leafEnd(items.getValue().getLast());
            cut(at, at, ", " + item);
        } else {
            replace(entry, "[ " + item + " ]");
        }
    }

    /** Takes the item of that id out of the list under a key of the file. */
    void remove(String list, String id) {
        NodeTuple entry = entry(root(), list);
        if (entry == null || !(entry.getValueNode() instanceof SequenceNode items)) {
            return;
        }
        MappingNode item = itemOf(items, id);
        if (item == null) {
            return;
        }
        if (items.getValue().size() == 1) {
            cut(end(entry.getKeyNode()) + 1, leafEnd(items), " []");
        } else if (items.getFlowStyle() == FlowStyle.BLOCK) {
            cut(startOfLine(start(item)), afterLine(leafEnd(item)), "");
        } else {
            cutFromFlow(items.getValue(), items.getValue().indexOf(item), start(item), leafEnd(item));
        }
    }

    /** A list in brackets becomes one with a line per item, so that the new one can have lines of its own. */
    private void rewriteAsBlock(NodeTuple entry, String added) {
        StringBuilder items = new StringBuilder("\n");
        if (entry.getValueNode() instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.append("  - ").append(text, start(item), leafEnd(item)).append('\n');
            }
        }
        Node value = entry.getValueNode();
        int to = value instanceof CollectionNode<?>
                        || !text.substring(start(value), end(value)).isBlank()
                ? leafEnd(value)
                : end(entry.getKeyNode()) + 1;
        cut(end(entry.getKeyNode()) + 1, to, items + added);
    }

    private static String item(List<String> lines, int indent) {
        String margin = " ".repeat(Math.max(indent, 0));
        return margin + "- " + String.join("\n" + margin + "  ", lines);
    }

    private void insert(MappingNode map, String line) {
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            boolean first = map.getValue().isEmpty();
            int at = first ? end(map) - 1 : trimmed(start(map), end(map) - 1);
            cut(at, at, first ? " " + line + " " : ", " + line);
            return;
        }
        NodeTuple last = map.getValue().getLast();
        int at = endOfLine(Math.max(end(last.getKeyNode()) + 1, leafEnd(last.getValueNode())));
        cut(at, at, "\n" + " ".repeat(column(map.getValue().getFirst().getKeyNode())) + line);
    }

    private void remove(MappingNode map, NodeTuple entry) {
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            int index = map.getValue().indexOf(entry);
            List<Node> keys = map.getValue().stream().map(NodeTuple::getKeyNode).toList();
            cutFromFlow(keys, index, start(entry.getKeyNode()), leafEnd(entry.getValueNode()));
        } else {
            cut(startOfLine(start(entry.getKeyNode())), afterLine(leafEnd(entry.getValueNode())), "");
        }
    }

    /** Takes the comma along, the one after or else the one before. */
    private void cutFromFlow(List<? extends Node> starts, int index, int from, int to) {
        if (index + 1 < starts.size()) {
            cut(from, start(starts.get(index + 1)), "");
        } else {
            int comma = index == 0 ? from : text.lastIndexOf(',', from);
            cut(comma, to, "");
        }
    }

    private void replace(NodeTuple entry, String value) {
        cut(
                end(entry.getKeyNode()) + 1,
                Math.max(end(entry.getKeyNode()) + 1, leafEnd(entry.getValueNode())),
                (value.startsWith("\n") ? "" : " ") + value);
    }

    private void cut(int from, int to, String with) {
        text = text.substring(0, from) + with + text.substring(to);
    }

    private MappingNode root() {
        Optional<Node> node = new Compose(settings).composeString(text);
        if (node.isPresent() && node.get() instanceof MappingNode root) {
            return root;
        }
        throw new IllegalStateException("the file must have sections");
    }

    private static @Nullable NodeTuple entry(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(each -> each.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Node value(MappingNode map, String key) {
        NodeTuple found = entry(map, key);
        return found == null ? null : found.getValueNode();
    }

    private static @Nullable MappingNode itemOf(SequenceNode items, String id) {
        for (Node item : items.getValue()) {
            if (item instanceof MappingNode map
                    && value(map, "id") instanceof ScalarNode known
                    && known.getValue().equals(id)) {
                return map;
            }
        }
        return null;
    }

    /** Where the last word of a value ends. A block's own end lies behind the comments that follow it. */
    private int leafEnd(Node node) {
        if (node instanceof CollectionNode<?> all && all.getFlowStyle() == FlowStyle.FLOW) {
            return end(node);
        }
        if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
            return leafEnd(map.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return leafEnd(list.getValue().getLast());
        }
        return trimmed(start(node), end(node));
    }

    /** A block scalar ends behind its line break. */
    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        int found = end < 0 ? text.length() : end;
        return found > at && text.charAt(found - 1) == '\r' ? found - 1 : found;
    }

    private int afterLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int startOfLine(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int start(Node node) {
        return index(node.getStartMark());
    }

    private int end(Node node) {
        return index(node.getEndMark());
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0);
    }

    /** Marks count code points. */
    private int index(Optional<Mark> mark) {
        return text.offsetByCodePoints(
                0,
                mark.orElseThrow(() -> new IllegalStateException("nodes must know their place"))
                        .getIndex());
    }
}
