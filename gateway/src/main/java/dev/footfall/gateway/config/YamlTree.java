package dev.footfall.gateway.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Turns text into YAML nodes that know their lines. The size of what comes out is bounded too: a small file whose aliases
 * multiply, or which nests without end, is refused before anything walks it.
 */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final int MOST_NODES = 50_000;

    private final LoadSettings settings = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(MOST_NODES)
            .setSchema(new CoreSchema())
            .build();
    private final Problems problems;
    private int nodes;

    private YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** The root, or null with the reason among the problems. */
    static @Nullable Node compose(String text, Problems problems) {
        return new YamlTree(problems).compose(text);
    }

    private @Nullable Node compose(String text) {
        try {
            if (!eventsAreWithinLimits(text)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(1, "", "", "is empty; store and sensors must be given");
                return null;
            }
            return aliasesAreWithinLimits(root.get(), 1) ? root.get() : null;
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(YamlTree::line).orElse(0);
            problems.add(line, "", "", "is not YAML: " + what(e));
        } catch (ReaderException e) {
            problems.add(
                    lineAt(text, e.getPosition()),
                    "",
                    "",
                    "holds a character that YAML does not allow: " + String.format("U+%04X", e.getCodePoint()));
        } catch (YamlEngineException e) {
            problems.add(0, "", "", "is not YAML: " + e.getMessage());
        }
        return null;
    }

    /** The composer recurses and keeps everything, so depth and number are judged on the events, one by one. */
    private boolean eventsAreWithinLimits(String text) {
        int depth = 0;
        int documents = 0;
        int values = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case DocumentStart -> documents++;
                default -> values++;
            }
            if (depth > DEEPEST) {
                return refuse(event, "nests more than " + DEEPEST + " levels deep");
            }
            if (documents > 1) {
                return refuse(event, "holds a second YAML document; keep one");
            }
            if (values > MOST_NODES) {
                return refuse(event, "holds more than " + MOST_NODES + " values");
            }
        }
        return true;
    }

    private boolean aliasesAreWithinLimits(Node node, int depth) {
        if (depth > DEEPEST) {
            return refuse(line(node), "nests more than " + DEEPEST + " levels deep through its aliases");
        }
        if (++nodes > MOST_NODES) {
            return refuse(line(node), "grows beyond " + MOST_NODES + " values through its aliases");
        }
        return switch (node) {
            case SequenceNode list ->
                list.getValue().stream().allMatch(item -> aliasesAreWithinLimits(item, depth + 1));
            case MappingNode map ->
                map.getValue().stream()
                        .allMatch((NodeTuple pair) -> aliasesAreWithinLimits(pair.getKeyNode(), depth + 1)
                                && aliasesAreWithinLimits(pair.getValueNode(), depth + 1));
            default -> true;
        };
    }

    private boolean refuse(Event event, String rule) {
        return refuse(event.getStartMark().map(YamlTree::line).orElse(0), rule);
    }

    private boolean refuse(int line, String rule) {
        problems.add(line, "", "", rule);
        return false;
    }

    private static String what(MarkedYamlEngineException e) {
        String context = e.getContext();
        String problem = e.getProblem();
        return context == null || context.isEmpty() ? problem : context + ", " + problem;
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlTree::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int lineAt(String text, int codePoint) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoint)
                        .filter(character -> character == '\n')
                        .count();
    }
}
