package dev.footfall.alert;

import static java.util.Objects.requireNonNull;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.reason.Reason;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One exception that somebody should look at. The same trouble found again, by a restart or by folding a day again, has the
 * same id; what is said of it last replaces what was said before.
 *
 * @param metric what is out of its limits
 * @param scope where
 * @param window the interval that is out of its limits, up to now while it lasts
 * @param value what was measured; null if the trouble is that nothing was
 * @param low lower limit, null for none
 * @param high upper limit, null for none
 * @param raisedAt event time at which it was found
 * @param why why, and whether it looks like a sensor fault, a known event, or real
 * @param open false once it is over
 */
public record Alert(
        Metric metric,
        Scope scope,
        Window window,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        Kind kind,
        Instant raisedAt,
        Reason why,
        boolean open) {

    /** What kind of exception. */
    public enum Kind {
        /** A figure that is not what this weekday and hour lead to expect, whatever the cause may be. */
        ANOMALY,
        /** A figure that should not be trusted, or a sensor that is not heard. */
        DATA_QUALITY,
        /** A limit that the store's owner has set. */
        LIMIT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Alert {
        requireNonNull(metric, "metric");
        requireNonNull(scope, "scope");
        requireNonNull(window, "window");
        requireNonNull(kind, "kind");
        requireNonNull(raisedAt, "raisedAt");
        requireNonNull(why, "why");
    }

    /** What {@link #why} says in English: one sentence. */
    public String reason() {
        return why.english();
    }

    /** Kind, metric, scope and start, in letters that are safe in an address. */
    public String id() {
        String start = window.start().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
        String text = kind.wireName() + "." + metric.wireName() + "." + scope.wireName() + "." + start;
        return text.replace(':', '.').replace('>', '~').toLowerCase(Locale.ROOT);
    }

    /** The same exception, over. */
    public Alert closed() {
        return new Alert(metric, scope, window, value, low, high, kind, raisedAt, why, false);
    }
}
