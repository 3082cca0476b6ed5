package dev.footfall.gateway.setup;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.setup.PlanImage.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Uploaded pictures of the floor, beside the configuration. A picture's name follows from its bytes, so that an earlier
 * configuration goes on naming the picture that it had; one that nothing names any more is removed some uploads later.
 */
final class PlanImages {
    private static final int NEWEST_KEPT = 8;
    private static final Pattern NAME = Pattern.compile("floor-plan-[0-9a-f]{16}\\.(png|jpg|svg)");

    private final Path folder;
    private final Versions versions;

    PlanImages(Path folder, Versions versions) {
        this.folder = folder;
        this.versions = versions;
    }

    /** Puts it on disk; equal pictures are one file. */
    String keep(byte[] bytes, Accepted picture) throws IOException {
        String name = "floor-plan-" + Versions.of(bytes) + "." + picture.extension();
        Path target = folder.resolve(name);
        if (!Files.isRegularFile(target)) {
            Path prepared = folder.resolve("." + name + ".new");
            Versions.write(prepared, bytes);
            Versions.publish(prepared, target);
        }
        prune(name);
        return name;
    }

    /** True for what {@link #keep} would call a picture. */
    static boolean isUploaded(String name) {
        return NAME.matcher(name).matches();
    }

    private void prune(String just) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> isUploaded(String.valueOf(file.getFileName())))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        if (all.size() <= NEWEST_KEPT) {
            return;
        }
        String named = Files.readString(folder.resolve(ConfigLoader.FILE))
                + versions.earlier().stream().map(Versions.Earlier::text).toList();
        for (Path old : all.subList(NEWEST_KEPT, all.size())) {
            String name = String.valueOf(old.getFileName());
            if (!name.equals(just) && !named.contains(name)) {
                Files.deleteIfExists(old);
            }
        }
    }
}
