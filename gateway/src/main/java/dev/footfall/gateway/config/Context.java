package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.FloorPlan;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the readers of the sections share: ids already seen, the plan's size, the folder, and what is not yet active. */
final class Context {
    private final @Nullable Path directory;
    private final Ids ids = new Ids();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Problem> problemsElsewhere = new ArrayList<>();
    private @Nullable FloorPlan plan;

    /** @param directory where files named in the configuration lie; null if they are not at hand and not to be checked */
    Context(@Nullable Path directory) {
        this.directory = directory;
    }

    Ids ids() {
        return ids;
    }

    void plan(@Nullable FloorPlan floorPlan) {
        plan = floorPlan;
    }

    /** The floor plan, or null if there is none or it is wrong. */
    @Nullable
    FloorPlan plan() {
        return plan;
    }

    /** Takes over the problems of another file that this one names. */
    void adopt(List<Problem> found) {
        problemsElsewhere.addAll(found);
    }

    List<Problem> problemsElsewhere() {
        return problemsElsewhere;
    }

    /** Where a file beside the configuration lies; null if the folder is not at hand. */
    @Nullable
    Path path(String name) {
        return directory == null ? null : directory.resolve(name);
    }

    void notYetActive(String key, String what) {
        notices.add(Notice.notYetActive(key, what));
    }

    void notice(String key, String text) {
        notices.add(new Notice(key, text));
    }

    List<Notice> notices() {
        return notices;
    }

    /** True if the file lies beside the configuration, or if that cannot be looked up. */
    boolean hasFile(String name) {
        try {
            return directory == null || Files.isRegularFile(directory.resolve(name));
        } catch (InvalidPathException ignored) {
            return false;
        }
    }

    /** The name of a file beside the configuration (or an absolute path) that exists; null, with a problem, otherwise. */
    @Nullable
    String file(Value value) {
        String name = value.as(Forms.NAME);
        if (name == null || directory == null) {
            return name;
        }
        try {
            Path file = directory.resolve(name);
            if (!Files.isRegularFile(file)) {
                value.wrong(Rule.of(
                        "no-such-file",
                        "must be a file; there is no {file}",
                        "file",
                        file.toAbsolutePath().normalize()));
                return null;
            }
            if (!Files.isReadable(file)) {
                value.wrong(Rule.of("unreadable-file", "must be readable by the gateway's user"));
                return null;
            }
            return name;
        } catch (InvalidPathException ignored) {
            value.wrong(Rule.of("file-name", "must be the name of a file"));
            return null;
        }
    }
}
