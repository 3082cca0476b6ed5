package dev.footfall.measurement;

import static java.util.Objects.requireNonNull;

import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One published number, as {@code spec} fixes it for the kiosk, the API, exports and the wire. The store's id is known
 * where it is written out; it is the same for all.
 *
 * @param metric what is measured
 * @param scope where
 * @param grain how long the window is
 * @param window when
 * @param value the number; null if it is not known, which is never 0
 * @param low lower end of the 90 % interval; null if the definition gives none
 * @param high upper end of the 90 % interval; null if the definition gives none
 * @param completeness share of the expected open seconds with a live, trusted source, 0 to 1
 * @param state how far to trust it
 * @param why why the state is not {@code valid}, or another remark for the reader; null if there is nothing to say
 * @param basis what it rests on
 * @param revision 0, then one more each time late or corrected data changes the row
 */
public record Measurement(
        Metric metric,
        Scope scope,
        Grain grain,
        Window window,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        double completeness,
        State state,
        @Nullable Reason why,
        Basis basis,
        int revision) {

    /** Definition id and version of every metric in this catalogue. */
    public static final String DEFINITION = "footfall/1";

    public Measurement {
        requireNonNull(metric, "metric");
        requireNonNull(scope, "scope");
        requireNonNull(grain, "grain");
        requireNonNull(window, "window");
        requireNonNull(state, "state");
        requireNonNull(basis, "basis");
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(metric.wireName() + " value [" + value + "] must be a number or null");
        }
        if (!(completeness >= 0 && completeness <= 1)) {
            throw new IllegalArgumentException("completeness [" + completeness + "] must be 0 to 1");
        }
    }

    public Measurement withRevision(int newRevision) {
        return new Measurement(
                metric, scope, grain, window, value, low, high, completeness, state, why, basis, newRevision);
    }

    /** What {@link #why} says in English, or null. */
    public @Nullable String reason() {
        return why == null ? null : why.english();
    }

    /** True if the two rows say the same, whatever their revision and however their reasons are known. */
    public boolean saysTheSameAs(Measurement other) {
        return without().equals(other.without())
                && (Objects.equals(why, other.why) || Objects.equals(reason(), other.reason()));
    }

    private Measurement without() {
        return new Measurement(metric, scope, grain, window, value, low, high, completeness, state, null, basis, 0);
    }
}
