package dev.footfall.gateway.cli.bench;

import java.util.concurrent.atomic.AtomicLong;
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

/**
 * The broker path's receiving end: Eclipse Paho, QoS 1, acknowledged by hand, counting only. A process of its own:
 * arguments are the broker's URI and how many messages to expect; prints {@code port 0} when it is subscribed and
 * {@code done} when it has them all.
 */
final class BrokerSink {
    private BrokerSink() {}

    public static void main(String[] arguments) throws MqttException {
        long expected = Long.parseLong(arguments[1]);
        MqttAsyncClient client = new MqttAsyncClient(arguments[0], "bench-sink", new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(new Counting(client, expected));
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setReceiveMaximum(10_000);
        client.connect(options).waitForCompletion(10_000);
        client.subscribe("bench/#", 1).waitForCompletion(10_000);
        System.out.println("port 0");
    }

    private record Counting(MqttAsyncClient client, long expected, AtomicLong received) implements MqttCallback {
        Counting(MqttAsyncClient client, long expected) {
            this(client, expected, new AtomicLong());
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws MqttException {
            client.messageArrivedComplete(message.getId(), message.getQos());
            if (received.incrementAndGet() == expected) {
                System.out.println("done");
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            System.exit(0);
        }

        @Override
        public void mqttErrorOccurred(MqttException failure) {
            System.err.println(failure.getMessage());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, @Nullable String uri) {}

        @Override
        public void authPacketArrived(int reasonCode, @Nullable MqttProperties properties) {}
    }
}
