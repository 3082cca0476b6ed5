package dev.footfall.relay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** A simple MQTT client for tests: publishes, and remembers what it receives. One connection; when it ends, it ends. */
public final class MqttProbe implements AutoCloseable {
    private static final long PATIENCE_MS = 10_000;

    private final MqttAsyncClient client;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** A message as it came. */
    public record Received(
            String topic,
            byte[] payload,
            int qos,
            boolean retained,
            @Nullable String contentType) {
        public String text() {
            return new String(payload, UTF_8);
        }
    }

    private MqttProbe(MqttAsyncClient client) {
        this.client = client;
        client.setCallback(new Callback());
    }

    /** @throws MqttException if the broker cannot be reached */
    public static MqttProbe connect(URI url, String clientId) throws MqttException {
        var client =
                new MqttAsyncClient("tcp://" + url.getHost() + ":" + url.getPort(), clientId, new MemoryPersistence());
        var probe = new MqttProbe(client);
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setConnectionTimeout(5);
        client.connect(options).waitForCompletion(PATIENCE_MS);
        return probe;
    }

    public void subscribe(String filter) throws MqttException {
        client.subscribe(filter, 1).waitForCompletion(PATIENCE_MS);
    }

    /** Returns when the broker has acknowledged it (QoS 0: when it is sent). */
    public void publish(String topic, byte[] payload, int qos, boolean retained) throws MqttException {
        client.publish(topic, new MqttMessage(payload, qos, retained, new MqttProperties()))
                .waitForCompletion(PATIENCE_MS);
    }

    public void publish(String topic, String payload) throws MqttException {
        publish(topic, payload.getBytes(UTF_8), 1, false);
    }

    public List<Received> received() {
        return received;
    }

    public boolean isConnected() {
        return client.isConnected();
    }

    /** Says goodbye; the client's threads end a little later. */
    @Override
    public void close() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                client.disconnect(0).waitForCompletion(PATIENCE_MS);
                client.close(true);
            } catch (MqttException | RuntimeException e) {
                // closed before, or the broker is gone
            }
        });
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            String type = message.getProperties() == null
                    ? null
                    : message.getProperties().getContentType();
            received.add(new Received(topic, message.getPayload(), message.getQos(), message.isRetained(), type));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, @Nullable String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, @Nullable MqttProperties properties) {}
    }
}
