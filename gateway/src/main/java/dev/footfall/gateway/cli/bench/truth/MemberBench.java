package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.device.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Three weeks of a shop some of whose visitors show a loyalty card: who was here before within two weeks. */
final class MemberBench {
    private static final String STORE = """
        store: { id: truth, time-zone: Europe/Berlin, hours: { mon-sun: "09:00-20:00" } }
        privacy: { returning-days: 14 }
        entrances: [ { id: a, width-m: 2 } ]
        sensors:
          - { id: door-a, driver: native, entrance: a }
          - { id: loyalty-1, driver: native }
        """;
    private static final int DAYS = 21;
    private static final double ARRIVALS_PER_HOUR = 40;
    private static final String ACROSS = "14 days, cards";

    private final long seed;
    private final Path folder;

    MemberBench(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        try (SimulatedRun told = SimulatedRun.of(
                folder,
                STORE,
                config -> SimulatedStore.withArrivals(config, ARRIVALS_PER_HOUR),
                seed,
                Faults.NONE,
                DAYS)) {
            return List.of(
                    told.exact(Metric.FIRST_SEEN, Scope.STORE, ACROSS),
                    told.mean(Metric.RETURNING_SHARE, Scope.STORE, ACROSS, 0.1),
                    told.mean(Metric.ID_COVERAGE, Scope.STORE, ACROSS, 0.1));
        }
    }
}
