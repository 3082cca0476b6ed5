package dev.footfall.gateway.api;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One exception that somebody should look at.
 *
 * @param window the interval that is out of its limits
 * @param value what was measured; null if the trouble is that nothing was
 * @param low lower limit, null for none
 * @param high upper limit, null for none
 * @param raisedAt event time at which it was found
 * @param reason why, and whether it looks like a sensor fault, a known event, or real
 */
public record Alert(
        String id,
        Metric metric,
        Scope scope,
        Window window,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        Kind kind,
        Instant raisedAt,
        String reason) {

    public enum Kind {
        ANOMALY,
        DATA_QUALITY,
        LIMIT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
