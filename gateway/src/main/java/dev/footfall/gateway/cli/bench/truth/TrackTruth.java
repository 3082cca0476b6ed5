package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.TrackRecording.Fix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in a recording, by plain geometry on two consecutive fixes of a person: no hysteresis, no cells, no
 * windows. A line is the middle of the plan.
 *
 * @param forward passages of the line x = c to the right
 * @param backward to the left
 * @param startsLeft people first seen left of it
 * @param leftSeconds person-seconds left of it
 * @param seconds person-seconds in all
 */
record TrackTruth(int forward, int backward, int startsLeft, double leftSeconds, double seconds) {

    static TrackTruth of(TrackRecording recording) {
        double c = recording.widthM() / 2;
        Map<Integer, Fix> last = new LinkedHashMap<>();
        int forward = 0;
        int backward = 0;
        int startsLeft = 0;
        double left = 0;
        double all = 0;
        for (Fix fix : sorted(recording.fixes())) {
            Fix before = last.put(fix.person(), fix);
            if (before == null) {
                startsLeft += fix.x() <= c ? 1 : 0;
                continue;
            }
            double seconds = (fix.millis() - before.millis()) / 1000.0;
            all += seconds;
            left += seconds * shareLeft(before.x(), fix.x(), c);
            forward += before.x() < c && fix.x() >= c ? 1 : 0;
            backward += fix.x() < c && before.x() >= c ? 1 : 0;
        }
        return new TrackTruth(forward, backward, startsLeft, left, all);
    }

    private static List<Fix> sorted(List<Fix> fixes) {
        return fixes.stream()
                .sorted(java.util.Comparator.comparingLong(Fix::millis))
                .toList();
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
