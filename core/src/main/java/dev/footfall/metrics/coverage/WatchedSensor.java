package dev.footfall.metrics.coverage;

import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.Sensor;

/** A configured sensor and its life on one day. */
public record WatchedSensor(Sensor config, Liveness life) {
    public SensorId id() {
        return config.id();
    }
}
