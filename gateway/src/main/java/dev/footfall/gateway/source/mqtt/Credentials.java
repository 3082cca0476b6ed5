package dev.footfall.gateway.source.mqtt;

import io.vertx.mqtt.MqttAuth;
import org.jspecify.annotations.Nullable;

/** Who may connect and what they may publish. */
public interface Credentials {
    /** On loopback without users everybody on this machine may publish. */
    Credentials OPEN = new Credentials() {
        @Override
        public boolean mayConnect(@Nullable MqttAuth auth) {
            return true;
        }

        @Override
        public boolean mayPublish(@Nullable MqttAuth auth, String topic) {
            return true;
        }
    };

    /** True if {@link #mayConnect} takes its time, because it compares passwords. */
    default boolean asksForPasswords() {
        return false;
    }

    boolean mayConnect(@Nullable MqttAuth auth);

    boolean mayPublish(@Nullable MqttAuth auth, String topic);
}
