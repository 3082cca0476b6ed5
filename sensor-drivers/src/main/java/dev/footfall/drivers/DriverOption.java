package dev.footfall.drivers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One option of a driver.
 *
 * @param key lower-case with dashes
 * @param defaultValue what holds when it is not set; null if there is none
 * @param allowed the values it may have; empty for free text
 * @param meaning one sentence
 */
public record DriverOption(String key, @Nullable String defaultValue, List<String> allowed, String meaning) {
    /** The key of the secret that a device's messages must hold, in every driver that has one. */
    public static final String SECRET = "secret";

    /** The rule that a sensor's secret breaks, for {@link SensorDriver#wrongOptions}: one that is set must be one. */
    public static Optional<String> wrongSecret(Map<String, String> options) {
        String secret = options.get(SECRET);
        return secret != null && secret.isBlank()
                ? Optional.of("must not be empty: leave the option out to take messages of anybody")
                : Optional.empty();
    }
}
