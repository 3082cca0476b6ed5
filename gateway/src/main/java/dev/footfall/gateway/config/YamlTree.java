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
                problems.add(1, "", "", Rule.of("empty-file", "is empty; store and sensors must be given"));
                return null;
            }
            return aliasesAreWithinLimits(root.get(), 1) ? root.get() : null;
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(YamlTree::line).orElse(0);
            problems.add(line, "", "", Rule.of("not-yaml", "is not YAML: {why}", "why", what(e)));
        } catch (ReaderException e) {
            problems.add(
                    lineAt(text, e.getPosition()),
                    "",
                    "",
                    Rule.of(
                            "character",
                            "holds a character that YAML does not allow: {character}",
                            "character",
                            String.format("U+%04X", e.getCodePoint())));
        } catch (YamlEngineException e) {
            problems.add(0, "", "", Rule.of("not-yaml", "is not YAML: {why}", "why", e.getMessage()));
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
                return refuse(event, Rule.of("deep", "nests more than {most} levels deep", "most", DEEPEST));
            }
            if (documents > 1) {
                return refuse(event, Rule.of("second-document", "holds a second YAML document; keep one"));
            }
            if (values > MOST_NODES) {
                return refuse(event, Rule.of("many-values", "holds more than {most} values", "most", MOST_NODES));
            }
        }
        return true;
    }

    private boolean aliasesAreWithinLimits(Node node, int depth) {
        if (depth > DEEPEST) {
            return refuse(
                    line(node),
                    Rule.of("deep-aliases", "nests more than {most} levels deep through its aliases", "most", DEEPEST));
        }
        if (++nodes > MOST_NODES) {
            return refuse(
                    line(node),
                    Rule.of("many-aliases", "grows beyond {most} values through its aliases", "most", MOST_NODES));
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

    private boolean refuse(Event event, Rule rule) {
        return refuse(event.getStartMark().map(YamlTree::line).orElse(0), rule);
    }

    private boolean refuse(int line, Rule rule) {
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
