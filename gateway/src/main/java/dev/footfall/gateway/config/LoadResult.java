package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig;
import java.util.List;

/** What came of reading a configuration. */
public sealed interface LoadResult {

    /**
     * Everything holds.
     *
     * @param text the file as it was read, to be kept beside what was measured with it
     * @param notActive valid parts without effect in this version, in the file's order
     */
    record Loaded(StoreConfig config, String text, List<Notice> notActive) implements LoadResult {
        public Loaded {
            notActive = List.copyOf(notActive);
        }
    }

    /** Something is wrong: every problem, in the order of the lines; never empty. */
    record Invalid(List<Problem> problems) implements LoadResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
