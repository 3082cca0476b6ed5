package dev.footfall.gateway.wiring;

import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.source.broker.BrokerSettings;
import dev.footfall.gateway.source.broker.BrokerSubscriber;
import dev.footfall.relay.link.BackOff;
import dev.footfall.store.StoreConfig;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Subscribes to every configured broker. */
final class Brokers {
    private Brokers() {}

    static List<BrokerSubscriber> start(
            StoreConfig config, Pipeline pipeline, InstantSource clock, GatewayMetrics metrics) {
        List<BrokerSubscriber> subscribers = config.ingest().brokers().stream()
                .map(broker -> new BrokerSubscriber(
                        BrokerSettings.of(broker, System.getenv()),
                        pipeline.intake(),
                        BackOff.DEFAULT,
                        new SecureRandom(),
                        clock))
                .toList();
        metrics.gauge(
                "footfall.brokers.connected",
                "Brokers that are connected and subscribed",
                () -> subscribers.stream()
                        .filter(subscriber -> subscriber.state().connected())
                        .count());
        subscribers.forEach(BrokerSubscriber::start);
        return subscribers;
    }
}
