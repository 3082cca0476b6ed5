package dev.footfall.gateway.wiring;

import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.store.StoreConfig;
import java.time.InstantSource;
import java.util.List;

final class Uplinks {
    private Uplinks() {}

    static List<AutoCloseable> start(
            StoreConfig config, Pipeline pipeline, InstantSource clock, GatewayMetrics metrics) {
        return List.of();
    }
}
