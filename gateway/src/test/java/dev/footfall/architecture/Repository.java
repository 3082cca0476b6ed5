package dev.footfall.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the tests run in. */
public final class Repository {
    /** The folder with the launcher, whether tests run in it or in a module's folder. */
    public static final Path ROOT = find();

    private Repository() {}

    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("footfall")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder with the footfall launcher above " + Path.of("").toAbsolutePath());
    }
}
