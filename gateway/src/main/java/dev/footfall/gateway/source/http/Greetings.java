package dev.footfall.gateway.source.http;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the sensors' ingest addresses answer to a GET: some clouds ask whether this is the right receiver before they push. */
public final class Greetings {
    private final Map<String, String> byPath;

    private Greetings(Map<String, String> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** The answers that the sensors' drivers give, from the sensors' options. */
    public static Greetings of(StoreConfig config) {
        Map<String, String> byPath = new HashMap<>();
        for (Sensor sensor : config.sensors()) {
            DriverCatalog.named(sensor.driver())
                    .flatMap(driver -> driver.greeting(sensor.options()))
                    .ifPresent(answer -> {
                        byPath.put("/ingest/" + sensor.driver() + "/" + sensor.id(), answer);
                        String path = sensor.match().path();
                        if (path != null) {
                            byPath.put(path, answer);
                        }
                    });
        }
        return new Greetings(byPath);
    }

    Optional<String> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
