package dev.footfall.drivers;

import java.util.List;
import java.util.Optional;

/** All drivers. Adding one adds its package and one line here. */
public final class DriverCatalog {
    private static final List<SensorDriver> ALL = List.of();

    private DriverCatalog() {}

    public static List<SensorDriver> all() {
        return ALL;
    }

    public static Optional<SensorDriver> named(String name) {
        return ALL.stream().filter(driver -> driver.name().equals(name)).findFirst();
    }
}
