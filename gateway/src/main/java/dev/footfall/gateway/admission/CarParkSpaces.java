package dev.footfall.gateway.admission;

import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.HashMap;
import java.util.Map;

/**
 * Drivers of devices that tell only vacant spaces have an option {@code spaces}. What the configuration says of the sensor's
 * car park need not be said again there.
 */
public final class CarParkSpaces {
    private static final String SPACES = "spaces";

    private CarParkSpaces() {}

    /** The sensor's options, with the bays of its car park where the driver wants to know them and is not told. */
    public static Map<String, String> options(Sensor sensor, SensorDriver driver, StoreConfig config) {
        boolean asks = driver.options().stream().map(DriverOption::key).anyMatch(SPACES::equals);
        if (!asks || sensor.carPark() == null || sensor.options().containsKey(SPACES)) {
            return sensor.options();
        }
        Map<String, String> options = new HashMap<>(sensor.options());
        config.carParks().stream()
                .filter(park -> park.id().equals(sensor.carPark()) && park.bays() != null)
                .forEach(park -> options.put(SPACES, String.valueOf(park.bays())));
        return Map.copyOf(options);
    }
}
