package dev.footfall.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A driver's documentation as it is shipped. */
final class DriverDocs {
    private DriverDocs() {}

    static String sample(SensorDriver driver) {
        return resource(driver, "sample.yaml");
    }

    static String readme(SensorDriver driver) {
        return resource(driver, "README.md");
    }

    /** The text from a heading to the next. */
    static String section(SensorDriver driver, String heading) {
        String readme = readme(driver);
        int start = readme.indexOf(heading + "\n");
        int end = readme.indexOf("\n## ", start + 1);
        return start < 0 ? "" : readme.substring(start, end < 0 ? readme.length() : end);
    }

    private static String resource(SensorDriver driver, String file) {
        String path = "/drivers/" + driver.name() + "/" + file;
        try (InputStream in = DriverDocs.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError(path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
