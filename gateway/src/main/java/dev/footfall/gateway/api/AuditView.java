package dev.footfall.gateway.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts by hand. Thread-safe; returns at once. */
public interface AuditView {
    /** For a gateway that keeps none. */
    AuditView NONE = new AuditView() {
        @Override
        public CompletionStage<List<Audit.Judged>> newest() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Audit.Judged> keep(Audit audit) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no journal"));
        }
    };

    /** The newest, by when the counting began. */
    CompletionStage<List<Audit.Judged>> newest();

    /** Keeps a count, once that is on disk; one whose id is known changes nothing and is told as it is kept. */
    CompletionStage<Audit.Judged> keep(Audit audit);
}
