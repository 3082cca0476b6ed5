package dev.footfall.gateway.cli.bench.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A beam broken from one millisecond to another. */
record Break(long start, long end) {

    /** What the beam shows of bodies that may overlap: it is free only when nobody is in it. */
    static List<Break> merged(List<Break> bodies) {
        List<Break> merged = new ArrayList<>();
        for (Break body :
                bodies.stream().sorted(Comparator.comparingLong(Break::start)).toList()) {
            Break last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && body.start() <= last.end()) {
                merged.set(merged.size() - 1, new Break(last.start(), Math.max(last.end(), body.end())));
            } else {
                merged.add(body);
            }
        }
        return merged;
    }
}
