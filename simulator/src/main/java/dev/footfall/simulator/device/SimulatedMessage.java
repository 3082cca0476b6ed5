package dev.footfall.simulator.device;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it reaches the gateway.
 *
 * @param at when it arrives, millisecond precision
 * @param via {@value #MQTT} or {@value #HTTP}
 * @param address MQTT topic or HTTP path
 * @param contentType HTTP content type; null over MQTT
 * @param payload the body; must not be changed
 * @param retained true for a message that the broker keeps
 */
public record SimulatedMessage(
        Instant at, String via, String address, @Nullable String contentType, byte[] payload, boolean retained) {
    public static final String MQTT = "mqtt";
    public static final String HTTP = "http";

    public SimulatedMessage {
        requireNonNull(at, "at");
        requireNonNull(address, "address");
        requireNonNull(payload, "payload");
        if (!via.equals(MQTT) && !via.equals(HTTP)) {
            throw new IllegalArgumentException("via [" + via + "] must be " + MQTT + " or " + HTTP);
        }
    }
}
