package dev.footfall.gateway.wiring;

import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.service.ProgramVersion;
import dev.footfall.relay.Relay;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.uplink.MqttSettings;
import dev.footfall.relay.uplink.PahoUplink;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.relay.wire.StatusJson;
import dev.footfall.store.StoreConfig;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Starts a relay for every configured target that this version can reach. */
final class Uplinks {
    private Uplinks() {}

    static List<Relay> start(StoreConfig config, Pipeline pipeline, InstantSource clock, GatewayMetrics metrics) {
        List<Relay> relays = config.relay().stream()
                .filter(target -> target.kind() == StoreConfig.RelayKind.MQTT)
                .map(target -> relay(config.store(), target, pipeline, clock))
                .toList();
        metrics.gauge(
                "footfall.relay.pending",
                "Rows that a relay target does not have yet",
                () -> relays.stream()
                        .mapToLong(relay -> relay.status().pending())
                        .max()
                        .orElse(0));
        relays.forEach(Relay::start);
        return relays;
    }

    private static Relay relay(
            StoreConfig.Store store, StoreConfig.RelayTarget target, Pipeline pipeline, InstantSource clock) {
        MqttSettings settings = MqttSettings.of(
                target.url(),
                target.topic(),
                new StatusJson(store.id(), ProgramVersion.CURRENT),
                Credentials.of("relay", System.getenv()));
        return new Relay(
                target.url().toString(),
                pipeline.outbox(),
                new PahoUplink(settings),
                new EventWriter(new MeasurementJson(store.id(), store.currency())),
                BackOff.DEFAULT,
                new SecureRandom(),
                clock);
    }
}
