package dev.footfall.gateway.cli;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.DriverOption;
import dev.footfall.gateway.admission.CarParkSpaces;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.config.Nearest;
import dev.footfall.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a configuration says about decoding one sensor's messages. */
sealed interface ConfiguredSensor {

    /** @param own the driver's own options as configured */
    record Found(String driver, ZoneId zone, Map<String, String> own) implements ConfiguredSensor {

        /** The configured options with some tried in their place. */
        Map<String, String> options(Map<String, String> tried) {
            Map<String, String> all = new HashMap<>(own);
            all.putAll(tried);
            return Map.copyOf(all);
        }
    }

    /** There is no such sensor, or the configuration is wrong. */
    record Problem(String text) implements ConfiguredSensor {}

    static ConfiguredSensor find(Path folder, String sensor) {
        if (!Files.isDirectory(folder)) {
            return new Problem("There is no folder " + folder + "; name the folder of your store.yaml with --config.");
        }
        return switch (ConfigLoader.load(folder)) {
            case LoadResult.Invalid invalid ->
                new Problem(invalid.problems().stream()
                        .map(dev.footfall.gateway.config.Problem::toString)
                        .collect(Collectors.joining(System.lineSeparator())));
            case LoadResult.Loaded loaded -> find(loaded.config(), sensor);
        };
    }

    private static ConfiguredSensor find(StoreConfig config, String sensor) {
        for (StoreConfig.Sensor found : config.sensors()) {
            if (found.id().value().equals(sensor)) {
                return new Found(found.driver(), config.store().timeZone(), own(found, config));
            }
        }
        List<String> known =
                config.sensors().stream().map(found -> found.id().value()).toList();
        return new Problem("There is no sensor [" + sensor + "] in the configuration; " + Nearest.hint(sensor, known));
    }

    /** Options of every sensor are the gateway's business, not the driver's. */
    private static Map<String, String> own(StoreConfig.Sensor sensor, StoreConfig config) {
        Map<String, String> own = new HashMap<>();
        DriverCatalog.named(sensor.driver()).ifPresent(driver -> {
            own.putAll(CarParkSpaces.options(sensor, driver, config));
            own.keySet()
                    .retainAll(driver.options().stream().map(DriverOption::key).toList());
        });
        return own;
    }
}
