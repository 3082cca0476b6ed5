package dev.footfall.metrics.row;

import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import org.jspecify.annotations.Nullable;

/** One number with its honesty; the fields are those of a measurement. */
public record Figure(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        double completeness,
        State state,
        @Nullable Reason why) {

    /** What {@link #why} says in English, or null. */
    public @Nullable String reason() {
        return why == null ? null : why.english();
    }
}
