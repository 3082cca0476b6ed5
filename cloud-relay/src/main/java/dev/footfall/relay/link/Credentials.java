package dev.footfall.relay.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How we name ourselves to a broker. Never part of the configuration file: it comes from the environment
 * ({@code FOOTFALL_RELAY_USERNAME}, {@code FOOTFALL_RELAY_PASSWORD}) or from files that systemd hands over
 * ({@code $CREDENTIALS_DIRECTORY/relay-username}, {@code relay-password}); a file wins.
 *
 * @param username null to connect without a name
 * @param password null to connect without a password
 */
public record Credentials(
        @Nullable String username, @Nullable Secret password) {

    public static final Credentials NONE = new Credentials(null, null);

    /**
     * Reads the credentials of one purpose.
     *
     * @param purpose lower-case-with-dashes, such as {@code relay}: the first part of the names above
     * @param environment the process environment
     * @throws UncheckedIOException if a credential file is there but cannot be read
     */
    public static Credentials of(String purpose, Map<String, String> environment) {
        Optional<String> password = read(purpose + "-password", environment);
        return new Credentials(
                read(purpose + "-username", environment).orElse(null),
                password.map(Secret::new).orElse(null));
    }

    /**
     * One secret by its name, such as {@code webhook-floor-token}: read from the same places.
     *
     * @throws UncheckedIOException if a credential file is there but cannot be read
     */
    public static Optional<Secret> secret(String name, Map<String, String> environment) {
        return read(name, environment).filter(text -> !text.isBlank()).map(Secret::new);
    }

    public boolean isEmpty() {
        return username == null && password == null;
    }

    private static Optional<String> read(String name, Map<String, String> environment) {
        return fromFile(name, environment).or(() -> Optional.ofNullable(environment.get(variable(name))));
    }

    private static Optional<String> fromFile(String name, Map<String, String> environment) {
        String directory = environment.get("CREDENTIALS_DIRECTORY");
        if (directory == null || directory.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(directory, name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            // editors end a file with a line break that is no part of a password
            return Optional.of(Files.readString(file, UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException("credential [" + file + "] must be readable by the gateway", e);
        }
    }

    private static String variable(String name) {
        return "FOOTFALL_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
