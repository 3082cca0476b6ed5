package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.device.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two days of a shop in which staff walk about, and come and go for breaks: sensors that tell them apart (a ready-made counter,
 * one in the own format, a tracker) must leave figures of visitors alone. The floor is what the same sensors would say if staff
 * were visitors.
 */
final class StaffBench {
    private static final String STORE = """
        store: { id: truth, time-zone: Europe/Berlin, hours: { mon-sun: "09:00-20:00" } }
        floor-plan: { width-m: 20, height-m: 15 }
        entrances:
          - { id: a, width-m: 2 }
          - { id: b, width-m: 2, count-basis: mean }
        zones:
          - { id: shelf, kind: display, polygon: [[2, 2], [8, 2], [8, 7], [2, 7]] }
          - { id: checkout, kind: queue, polygon: [[12, 9], [18, 9], [18, 13], [12, 13]] }
        sensors:
          - { id: door-a, driver: milesight-ip, entrance: a, match: { topic: "em/+/status" } }
          - { id: door-b, driver: native, entrance: b }
          - { id: tracker-1, driver: native }
        """;
    private static final int DAYS = 2;
    private static final int STAFF = 6;
    private static final double ARRIVALS_PER_HOUR = 80;
    private static final double PERCENT = 100;
    private static final String TOLD_APART = "6 staff told apart";

    private final long seed;
    private final Path folder;

    StaffBench(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Scope shelf = new Scope.Zone("shelf");
        try (SimulatedRun told = SimulatedRun.of(
                folder,
                STORE,
                config -> SimulatedStore.withArrivals(config, ARRIVALS_PER_HOUR).withStaff(STAFF),
                seed,
                Faults.NONE,
                DAYS)) {
            double extra = told.sums(Metric.ENTRIES_STAFF, Scope.STORE)[0];
            double present = told.sums(Metric.STAFF_PRESENT, Scope.STORE)[0];
            findings.add(beside(told.exact(Metric.FOOTFALL, Scope.STORE, TOLD_APART), extra));
            findings.add(told.exact(Metric.ENTRIES_STAFF, Scope.STORE, TOLD_APART));
            findings.add(beside(told.mean(Metric.OCCUPANCY, Scope.STORE, TOLD_APART, 1), present / DAYS));
            findings.add(told.mean(Metric.STAFF_PRESENT, Scope.STORE, TOLD_APART, 1));
            findings.add(told.mean(Metric.DWELL_MEAN, Scope.STORE, TOLD_APART, 1));
            findings.add(told.mean(Metric.ZONE_ENTRIES, shelf, TOLD_APART, 0.1));
            findings.add(told.mean(Metric.PERSON_SECONDS, shelf, TOLD_APART, 0.1));
        }
        return findings;
    }

    /** The same finding beside what it would be with staff among the visitors. */
    private static Finding beside(Finding found, double staff) {
        return new Finding(
                found.metric(),
                found.data(),
                found.truth(),
                found.ours(),
                found.error(),
                String.format(Locale.ROOT, "with staff %+.0f %%", PERCENT * staff / found.truth()),
                found.target(),
                found.reached());
    }
}
