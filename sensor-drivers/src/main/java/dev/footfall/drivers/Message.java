package dev.footfall.drivers;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as it came in, whatever it came by.
 *
 * @param address MQTT topic, or HTTP path with its leading slash, or empty
 * @param contentType HTTP content type, null where there is none
 * @param payload the bytes; not to be changed
 * @param retained true if the broker says it replays from its store
 * @param headers those HTTP headers that the driver asked for by {@link SensorDriver#headers} and that the sender gave
 */
public record Message(
        String address, @Nullable String contentType, byte[] payload, boolean retained, Map<String, String> headers) {
    public Message {
        requireNonNull(address, "address");
        requireNonNull(payload, "payload");
        headers = Map.copyOf(headers);
    }

    public Message(String address, @Nullable String contentType, byte[] payload, boolean retained) {
        this(address, contentType, payload, retained, Map.of());
    }

    public static Message of(String address, byte[] payload) {
        return new Message(address, null, payload, false);
    }
}
