package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.TrackRecording.Fix;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in a recording, worked out apart from the product by its published definitions. The line is the middle of
 * the plan, x = c; who wobbles across it and returns without having been 0.2 m beyond has not passed it.
 *
 * @param forward passages to the right
 * @param backward passages to the left
 * @param startsLeft people first seen left of the line
 * @param leftSeconds person-seconds left of the line
 * @param seconds person-seconds in all
 * @param wobbles steps across the line that are no passages
 */
record TrackTruth(int forward, int backward, int startsLeft, double leftSeconds, double seconds, int wobbles) {
    private static final double HYSTERESIS_M = 0.2;

    static TrackTruth of(TrackRecording recording) {
        double c = recording.widthM() / 2;
        Map<Integer, Walker> walkers = new HashMap<>();
        for (Fix fix : byTime(recording.fixes())) {
            Walker walker = walkers.get(fix.person());
            if (walker == null) {
                walkers.put(fix.person(), new Walker(fix, c));
            } else {
                walker.stepTo(fix);
            }
        }
        var all = walkers.values();
        return new TrackTruth(
                all.stream().mapToInt(walker -> walker.forward).sum(),
                all.stream().mapToInt(walker -> walker.backward).sum(),
                (int) all.stream().filter(walker -> walker.startedLeft).count(),
                all.stream().mapToDouble(walker -> walker.leftSeconds).sum(),
                all.stream().mapToDouble(walker -> walker.seconds).sum(),
                all.stream().mapToInt(walker -> walker.wobbles).sum());
    }

    private static List<Fix> byTime(List<Fix> fixes) {
        return fixes.stream().sorted(Comparator.comparingLong(Fix::millis)).toList();
    }

    /** One person on the way. */
    private static final class Walker {
        private final double c;
        private final boolean startedLeft;
        private Fix last;
        private boolean left;
        private boolean beyond;
        private int forward;
        private int backward;
        private int wobbles;
        private double leftSeconds;
        private double seconds;

        private Walker(Fix first, double c) {
            this.c = c;
            this.last = first;
            this.startedLeft = first.x() <= c;
            this.left = startedLeft;
        }

        private void stepTo(Fix fix) {
            double step = (fix.millis() - last.millis()) / 1000.0;
            seconds += step;
            leftSeconds += step * shareLeft(last.x(), fix.x(), c);
            last = fix;
            boolean across = left != fix.x() <= c;
            if (across != beyond) {
                count(across ? 1 : -1);
                wobbles += across ? 0 : 2;
                beyond = across;
            }
            if (beyond && Math.abs(fix.x() - c) >= HYSTERESIS_M) {
                left = !left;
                beyond = false;
            }
        }

        private void count(int passages) {
            if (left) {
                forward += passages;
            } else {
                backward += passages;
            }
        }
    }

    /** The part of an even step from a to b that lies left of c. */
    private static double shareLeft(double a, double b, double c) {
        if (a < c == b < c) {
            return a < c ? 1 : 0;
        }
        double toBorder = (c - a) / (b - a);
        return a < c ? toBorder : 1 - toBorder;
    }
}
