package dev.footfall.gateway.api;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Event markers. Thread-safe; returns at once. */
public interface MarkerView {
    /** For a gateway that keeps none. */
    MarkerView NONE = new MarkerView() {
        @Override
        public CompletionStage<List<Marker>> all() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Marker> add(String name, LocalDate first, LocalDate last) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no journal"));
        }

        @Override
        public CompletionStage<Boolean> remove(long id) {
            return CompletableFuture.completedFuture(false);
        }
    };

    /** All markers, the latest first. */
    CompletionStage<List<Marker>> all();

    /** Adds a marker, once that is on disk. */
    CompletionStage<Marker> add(String name, LocalDate first, LocalDate last);

    /** Removes a marker; false if there is none of that number. */
    CompletionStage<Boolean> remove(long id);
}
