package dev.footfall.gateway.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what from outside this machine. Programs on the machine itself may read without a token.
 *
 * @param viewer opens reading; null means that nobody outside this machine may read
 * @param device opens {@code /ingest}; null means that no device outside this machine may push
 * @param manager opens writing, from this machine too, and reading; null means that nobody may write by token
 * @param technician opens reading, and counting by hand beside a sensor; null means that nobody may by token
 */
public record AccessPolicy(
        @Nullable AccessToken viewer,
        @Nullable AccessToken device,
        @Nullable AccessToken manager,
        @Nullable AccessToken technician) {

    /** Nothing from outside this machine. */
    public static final AccessPolicy LOOPBACK_ONLY = new AccessPolicy(null, null);

    /** Without a manager: nobody may write. */
    public AccessPolicy(@Nullable AccessToken viewer, @Nullable AccessToken device) {
        this(viewer, device, null);
    }

    /** Without a technician. */
    public AccessPolicy(@Nullable AccessToken viewer, @Nullable AccessToken device, @Nullable AccessToken manager) {
        this(viewer, device, manager, null);
    }

    /**
     * Reads the tokens from {@code FOOTFALL_VIEWER_TOKEN}, {@code FOOTFALL_DEVICE_TOKEN}, {@code FOOTFALL_MANAGER_TOKEN}
     * and {@code FOOTFALL_TECHNICIAN_TOKEN}, or from the systemd credentials {@code viewer-token}, {@code device-token},
     * {@code manager-token} and {@code technician-token}. They are never part of the configuration files.
     *
     * @throws UncheckedIOException if a credential is there and cannot be read
     */
    public static AccessPolicy load(Map<String, String> environment) {
        return new AccessPolicy(
                token(environment, "FOOTFALL_VIEWER_TOKEN", "viewer-token"),
                token(environment, "FOOTFALL_DEVICE_TOKEN", "device-token"),
                token(environment, "FOOTFALL_MANAGER_TOKEN", "manager-token"),
                token(environment, "FOOTFALL_TECHNICIAN_TOKEN", "technician-token"));
    }

    private static @Nullable AccessToken token(Map<String, String> environment, String variable, String credential) {
        String value = environment.get(variable);
        String folder = environment.get("CREDENTIALS_DIRECTORY");
        if (value == null && folder != null && Files.exists(Path.of(folder, credential))) {
            value = read(Path.of(folder, credential));
        }
        return value == null || value.isBlank() ? null : new AccessToken(value.strip());
    }

    private static String read(Path credential) {
        try {
            return Files.readString(credential);
        } catch (IOException e) {
            throw new UncheckedIOException("credential [" + credential + "] must be readable by the service", e);
        }
    }
}
