package dev.footfall.metrics.coverage;

import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sensors' life makes of a number.
 *
 * @param completeness share of the expected open seconds with a live source; of all seconds where none is expected
 * @param live true if any source was live at all
 * @param closed true if the store was closed throughout
 * @param silence who was silent when, or null if completeness is good
 * @param clocks whose clock was wrong, so that arrivals count; null if none was. Said whatever the state
 */
public record Quality(
        double completeness,
        boolean live,
        boolean closed,
        @Nullable Reason silence,
        @Nullable Reason clocks) {

    /** From this completeness on a number is valid. */
    public static final double VALID = 0.98;

    /** No source is known at all. */
    public static Quality none(boolean closed, Reason reason) {
        return new Quality(0, false, closed, reason, null);
    }

    /**
     * Whether anything can tell the number.
     *
     * @param counted true if there are data, which are a source even without a sign of life around them
     */
    public boolean known(boolean counted) {
        return live || counted;
    }

    /**
     * How far to trust the number.
     *
     * @param estimated true if a model stands between the sensor and the number
     */
    public State state(boolean counted, boolean estimated) {
        if (closed) {
            return State.CLOSED;
        }
        if (!known(counted)) {
            return State.INVALID;
        }
        if (estimated) {
            return State.ESTIMATED;
        }
        return completeness >= VALID ? State.VALID : State.DEGRADED;
    }

    /** The mean of several qualities by weight; equal weights where all are 0. */
    public static Quality mean(List<Quality> parts, double[] weights) {
        double total = 0;
        double sum = 0;
        boolean live = false;
        boolean closed = true;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            sum += weights[i] * parts.get(i).completeness;
            live |= parts.get(i).live;
            closed &= parts.get(i).closed;
        }
        double completeness = total > 0
                ? sum / total
                : parts.stream().mapToDouble(Quality::completeness).average().orElse(0);
        return new Quality(
                Math.min(1, completeness),
                live,
                closed,
                Reason.join(parts.stream().map(Quality::silence).toList()),
                Reason.join(parts.stream().map(Quality::clocks).toList()));
    }

    /** The weaker of two, for a number that needs both. */
    public Quality and(Quality other) {
        return new Quality(
                Math.min(completeness, other.completeness),
                live && other.live,
                closed && other.closed,
                Reason.join(silence, other.silence),
                Reason.join(clocks, other.clocks));
    }
}
