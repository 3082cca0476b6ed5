package dev.footfall.gateway.cli.bench.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edges of beams as lines of the capture format, in order of time. */
final class EdgeCapture {
    private final Instant start;
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(long millis, String sensor, int line, boolean broken) {}

    EdgeCapture(Instant start) {
        this.start = start;
    }

    /** A beam that is low while it is broken. */
    void beam(String sensor, int line, List<Break> breaks) {
        for (Break one : breaks) {
            edges.add(new Edge(one.start(), sensor, line, true));
            edges.add(new Edge(one.end(), sensor, line, false));
        }
    }

    List<String> lines() {
        return edges.stream()
                .sorted(Comparator.comparingLong(Edge::millis).thenComparing(Edge::broken))
                .map(edge -> "{\"at\":\"" + start.plusMillis(edge.millis()) + "\",\"via\":\"gpio\",\"sensor\":\""
                        + edge.sensor() + "\",\"line\":" + edge.line() + ",\"edge\":\""
                        + (edge.broken() ? "falling" : "rising") + "\"}")
                .toList();
    }
}
