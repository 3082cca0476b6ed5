package dev.footfall.gateway.api;

import dev.footfall.alert.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exception, and who has taken care of it; null while nobody has. */
public record StoredAlert(Alert alert, @Nullable Acknowledgement acknowledgement) {

    /**
     * Somebody takes care of it.
     *
     * @param owner who
     * @param note what they found or will do; may be empty
     */
    public record Acknowledgement(Instant at, String owner, String note) {}
}
