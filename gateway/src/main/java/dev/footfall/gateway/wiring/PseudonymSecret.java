package dev.footfall.gateway.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret behind pseudonyms: a systemd credential named {@code pseudonym-secret}, which systemd keeps encrypted and
 * shows to the service in memory only. Without it a secret is drawn that ends with the process.
 */
final class PseudonymSecret {
    private static final Logger LOG = LoggerFactory.getLogger(PseudonymSecret.class);
    private static final String CREDENTIAL = "pseudonym-secret";

    private PseudonymSecret() {}

    static byte @Nullable [] load(Map<String, String> environment) {
        String folder = environment.get("CREDENTIALS_DIRECTORY");
        Path file = folder == null ? null : Path.of(folder, CREDENTIAL);
        if (file == null || !Files.isRegularFile(file)) {
            LOG.info("No credential [{}]: pseudonyms start anew with this run.", CREDENTIAL);
            return null;
        }
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length < 16) {
                throw new StartProblem(
                        "credential [" + CREDENTIAL + "] has [" + secret.length + "] bytes; it must have at least 16",
                        new IllegalArgumentException("too short"));
            }
            return secret;
        } catch (IOException e) {
            throw new StartProblem("credential [" + CREDENTIAL + "] must be readable by the service", e);
        }
    }
}
