package dev.footfall.gateway.wiring;

import dev.footfall.gateway.source.mqtt.Credentials;
import dev.footfall.store.StoreConfig;
import java.nio.file.Path;

final class ListenerUsers {
    private ListenerUsers() {}

    static Credentials load(StoreConfig.MqttListener listening, Path folder) {
        return Credentials.OPEN;
    }
}
