package dev.footfall.gateway.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The exceptions that readers may see. Thread-safe; returns at once. */
@FunctionalInterface
public interface AlertView {
    /** For a gateway that watches no limits. */
    AlertView NONE = List::of;

    /** Open exceptions, newest first. */
    List<StoredAlert> open();

    /**
     * Records that somebody takes care of an exception; a later acknowledgement replaces an earlier one.
     *
     * @param id its id
     * @return whether there is such an exception, once that is on disk
     */
    default CompletionStage<Boolean> acknowledge(String id, String owner, String note) {
        return CompletableFuture.completedFuture(false);
    }
}
