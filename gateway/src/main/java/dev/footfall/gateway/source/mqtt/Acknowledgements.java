package dev.footfall.gateway.source.mqtt;

import dev.footfall.gateway.intake.Receipt;
import dev.footfall.ledger.Fate;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries acknowledgements from the writer's thread to the event loop, a whole commit's in one hop. Every settled message
 * is acknowledged, whatever became of it: sending a refused one again would not help.
 */
final class Acknowledgements {
    private final Context context;
    private List<Delivery> settled = new ArrayList<>();
    private boolean scheduled;

    Acknowledgements(Context context) {
        this.context = context;
    }

    /** One delivery that waits for its acknowledgement. */
    final class Delivery implements Receipt {
        private final MqttEndpoint endpoint;
        private final int packetId;
        private final MqttQoS qos;

        Delivery(MqttEndpoint endpoint, int packetId, MqttQoS qos) {
            this.endpoint = endpoint;
            this.packetId = packetId;
            this.qos = qos;
        }

        @Override
        public void settled(Fate fate, String reason) {
            add(this);
        }

        private void acknowledge() {
            if (!endpoint.isConnected()) {
                return;
            }
            if (qos == MqttQoS.AT_LEAST_ONCE) {
                endpoint.publishAcknowledge(packetId);
            } else {
                endpoint.publishReceived(packetId);
            }
        }
    }

    private void add(Delivery delivery) {
        synchronized (this) {
            settled.add(delivery);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        context.runOnContext(ignored -> send());
    }

    private void send() {
        List<Delivery> batch;
        synchronized (this) {
            batch = settled;
            settled = new ArrayList<>(batch.size());
            scheduled = false;
        }
        batch.forEach(Delivery::acknowledge);
    }
}
