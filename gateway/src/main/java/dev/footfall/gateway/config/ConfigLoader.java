package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code store.yaml}. Whatever the file holds, the answer is a configuration or all of its problems. */
public final class ConfigLoader {
    /** The name of the configuration file in its folder. */
    public static final String FILE = "store.yaml";

    private ConfigLoader() {}

    /** Reads {@code store.yaml} of the folder. Files named in it are looked for beside it. */
    public static LoadResult load(Path directory) {
        Problems problems = new Problems(FILE);
        String text = YamlText.read(directory.resolve(FILE), problems);
        return text == null ? new LoadResult.Invalid(problems.inOrder()) : parse(FILE, text, directory);
    }

    /**
     * Reads a text that was {@code store.yaml} once, for example the copy kept in the database.
     *
     * @param fileName what problems call the text
     * @param directory where files named in it are looked for; null to take their existence for granted
     */
    public static LoadResult parse(String fileName, String yaml, @Nullable Path directory) {
        Problems problems = new Problems(fileName);
        Context context = new Context(directory);
        StoreConfig config = read(yaml, problems, context);
        List<Problem> all = new ArrayList<>(problems.inOrder());
        all.addAll(context.problemsElsewhere());
        if (config == null || !all.isEmpty()) {
            return new LoadResult.Invalid(all);
        }
        return new LoadResult.Loaded(config, yaml, List.copyOf(context.notices()));
    }

    private static @Nullable StoreConfig read(String yaml, Problems problems, Context context) {
        if (yaml.length() > YamlText.MOST_BYTES) {
            problems.add(0, "", "", YamlText.TOO_LARGE);
            return null;
        }
        Node root = YamlTree.compose(yaml, problems);
        return root == null ? null : StoreFile.read(new Value(root, "", problems), context);
    }
}
