package dev.footfall.gateway.setup;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.KeptText;
import java.util.List;

/** What a change does to the text, for people to read: secrets blanked, a few lines around each change. */
final class Difference {
    private static final int CONTEXT = 3;

    private Difference() {}

    /** The lines of a unified difference without its head; empty if nothing changes. */
    static List<String> between(String before, String after) {
        List<String> old = KeptText.of(before).lines().toList();
        var patch = DiffUtils.diff(old, KeptText.of(after).lines().toList());
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(ConfigLoader.FILE, ConfigLoader.FILE, old, patch, CONTEXT);
        return lines.size() <= 2 ? List.of() : List.copyOf(lines.subList(2, lines.size()));
    }
}
