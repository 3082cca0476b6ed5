package dev.footfall.alert;

import dev.footfall.metrics.expectation.ChartFinder;
import dev.footfall.store.StoreConfig;
import java.util.List;

/** Everything that looks for exceptions. Adding a finder adds its line here. */
public final class Finders {
    private Finders() {}

    /** New finders for a store, in the order in which they are asked. */
    public static List<Finder> of(StoreConfig config) {
        return List.of(
                new ChartFinder(config.calendar()),
                new CapacityFinder(config.store().capacity()),
                new DriftFinder(config.calendar()),
                new ParkDriftFinder(config.calendar()),
                new DisagreementFinder(config),
                new SensorFinder(config));
    }
}
