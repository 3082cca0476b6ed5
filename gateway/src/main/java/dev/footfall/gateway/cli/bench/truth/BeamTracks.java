package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.TrackRecording.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * An ideal beam across a recording of tracks: it is broken while anybody's middle is within half a body of it.
 *
 * @param axis the coordinate that the beam cuts
 * @param at where it cuts it
 */
record BeamTracks(TrackRecording recording, Axis axis, double at) {
    private static final double HALF_BODY_M = 0.225;

    /** A coordinate of the floor plan. */
    enum Axis {
        X(Fix::x),
        Y(Fix::y);

        private final ToDoubleFunction<Fix> of;

        Axis(ToDoubleFunction<Fix> of) {
            this.of = of;
        }
    }

    /** The coordinate below which this share of all fixes lies. */
    static BeamTracks atQuantile(TrackRecording recording, Axis axis, double share) {
        double[] sorted =
                recording.fixes().stream().mapToDouble(axis.of).sorted().toArray();
        return new BeamTracks(recording, axis, sorted[(int) (share * sorted.length)]);
    }

    BeamTracks shifted(double metres) {
        return new BeamTracks(recording, axis, at + metres);
    }

    private interface Step {
        void from(Fix a, Fix b);
    }

    private void steps(Step step) {
        Map<Integer, Fix> last = new LinkedHashMap<>();
        recording.fixes().stream().sorted(Comparator.comparingLong(Fix::millis)).forEach(fix -> {
            Fix before = last.put(fix.person(), fix);
            if (before != null) {
                step.from(before, fix);
            }
        });
    }

    private double off(Fix fix) {
        return axis.of.applyAsDouble(fix) - at;
    }

    /** People who passed, upward and downward in the coordinate. */
    int[] passages() {
        int[] passages = new int[2];
        steps((a, b) -> {
            passages[0] += off(a) < 0 && off(b) >= 0 ? 1 : 0;
            passages[1] += off(b) < 0 && off(a) >= 0 ? 1 : 0;
        });
        return passages;
    }

    /** When the beam is broken; bodies that hide each other are one break. */
    List<Break> breaks() {
        List<Break> bodies = new ArrayList<>();
        steps((a, b) -> {
            double from = off(a);
            double by = off(b) - from;
            double enter =
                    by == 0 ? (Math.abs(from) <= HALF_BODY_M ? 0 : 2) : (-HALF_BODY_M * Math.signum(by) - from) / by;
            double leave = by == 0 ? 1 : (HALF_BODY_M * Math.signum(by) - from) / by;
            double first = Math.max(0, enter);
            double last = Math.min(1, leave);
            if (first < last) {
                long span = b.millis() - a.millis();
                bodies.add(new Break(a.millis() + Math.round(first * span), a.millis() + Math.round(last * span)));
            }
        });
        return Break.merged(bodies);
    }
}
