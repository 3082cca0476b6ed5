package dev.footfall.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What is shipped about a driver.
 *
 * @param readme its documentation in Markdown; holds the sample configuration
 * @param sample a whole store configuration with this driver, YAML
 */
public record DriverDocumentation(String readme, String sample) {

    /**
     * The documentation of a driver in the catalogue.
     *
     * @throws IllegalStateException if it was not packaged, which the build's tests rule out
     */
    public static DriverDocumentation of(SensorDriver driver) {
        return new DriverDocumentation(read(driver, "README.md"), read(driver, "sample.yaml"));
    }

    private static String read(SensorDriver driver, String file) {
        String path = "/drivers/" + driver.name() + "/" + file;
        try (InputStream in = DriverDocumentation.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
