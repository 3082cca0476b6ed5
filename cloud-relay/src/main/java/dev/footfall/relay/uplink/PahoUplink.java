package dev.footfall.relay.uplink;

import dev.footfall.relay.link.BrokerReasons;
import dev.footfall.relay.link.ClientLogging;
import dev.footfall.relay.link.GuardedSockets;
import dev.footfall.relay.link.LinkFailure;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.uplink.PublishResult.TooLarge;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.StoreStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to a broker with Eclipse Paho, MQTT 5, QoS 1, one message in flight. Paho is kept on a short lead: no automatic
 * reconnect, no store of its own, every wait bounded, and a client object that failed once is never used again.
 */
public final class PahoUplink implements Uplink {
    private static final Logger LOG = LoggerFactory.getLogger(PahoUplink.class);

    private static final Stored STORED = new Stored();
    private static final int AT_LEAST_ONCE = 1;
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;
    private static final int FAILURES = 0x80;
    /** Room for an MQTT header and properties around topic and payload. */
    private static final int PACKET_OVERHEAD = 128;

    private static final Duration ASK_AGAIN_FOR_SUBSCRIBERS = Duration.ofSeconds(10);
    /** How long Paho may take to end its threads after a refusal; only then does it tell of it. */
    private static final Duration END_OF_CLIENT = Duration.ofSeconds(3);

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final MqttSettings settings;
    private final BrokerReasons reasons;
    private @Nullable Connection connection;
    private volatile boolean closed;

    public PahoUplink(MqttSettings settings) {
        this.settings = settings;
        reasons = new BrokerReasons(
                settings.broker(), settings.clientId(), "FOOTFALL_RELAY_USERNAME and FOOTFALL_RELAY_PASSWORD");
        ClientLogging.silence();
    }

    @Override
    public synchronized PublishResult publish(Batch batch) {
        return connected(link -> link.publish(batch));
    }

    @Override
    public synchronized PublishResult announce(StoreStatus status) {
        return connected(link -> link.announce(status, settings.timeout()));
    }

    @Override
    public void close(StoreStatus last) {
        closed = true;
        synchronized (this) {
            if (connection != null) {
                connection.leave(last);
                connection = null;
            }
        }
    }

    private PublishResult connected(Step step) {
        if (closed) {
            return Retry.of("this uplink was closed");
        }
        try {
            Connection current = connection;
            if (current != null && !current.client.isConnected()) {
                // told as a failure, so that the owner waits a jittered while before it connects again
                PublishResult why = current.whyLost();
                drop();
                return why;
            }
            if (current == null) {
                current = new Connection();
                connection = current;
                current.open();
            }
            return step.with(current);
        } catch (MqttException e) {
            drop();
            return failure(reasons.of(e.getReasonCode(), e.getCause()));
        }
    }

    private static PublishResult failure(LinkFailure failure) {
        return failure.refused() ? new Refused(failure.why()) : Retry.of(failure.why());
    }

    private void drop() {
        if (connection != null) {
            connection.abandon();
            connection = null;
        }
    }

    @FunctionalInterface
    private interface Step {
        PublishResult with(Connection connection) throws MqttException;
    }

    /** One client object for one connection. */
    private final class Connection implements MqttCallback {
        private final GuardedSockets sockets = new GuardedSockets();
        private final MqttAsyncClient client;
        private final CompletableFuture<MqttDisconnectResponse> lost = new CompletableFuture<>();
        private byte @Nullable [] told;
        private long maxPacket = Long.MAX_VALUE;

        Connection() throws MqttException {
            client = new MqttAsyncClient(
                    settings.broker().forClient(), settings.clientId(), new MemoryPersistence(), null, null);
            client.setCallback(this);
        }

        void open() throws MqttException {
            IMqttToken token = client.connect(options());
            // the library bounds connecting and the handshake by itself, but not the wait for the broker's answer
            token.waitForCompletion(
                    settings.timeout().multipliedBy(2).plus(END_OF_CLIENT).toMillis());
            MqttProperties granted = token.getResponseProperties();
            if (granted != null && granted.getMaximumPacketSize() != null) {
                maxPacket = granted.getMaximumPacketSize();
            }
        }

        PublishResult publish(Batch batch) throws MqttException {
            byte[] payload = batch.payload();
            long room = maxPacket - settings.topic().length() - PACKET_OVERHEAD;
            if (payload.length > room) {
                return new TooLarge(
                        settings.broker() + " takes packets of up to " + maxPacket + " bytes", (int) Math.max(room, 0));
            }
            var message = new MqttMessage(payload, AT_LEAST_ONCE, false, batchProperties());
            int answer = send(settings.topic(), message, settings.timeout());
            if (answer == NO_MATCHING_SUBSCRIBERS && settings.needsSubscriber()) {
                return new Retry(
                        "nobody subscribes to [" + settings.topic() + "] at " + settings.broker()
                                + "; entries are kept until somebody does",
                        ASK_AGAIN_FOR_SUBSCRIBERS);
            }
            return answer < FAILURES ? STORED : refusal(answer, settings.topic());
        }

        PublishResult announce(StoreStatus status, Duration timeout) throws MqttException {
            byte[] document = settings.status().bytes(status);
            if (Arrays.equals(document, told)) {
                return STORED;
            }
            int answer = send(settings.statusTopic(), retained(document), timeout);
            if (answer >= FAILURES) {
                return refusal(answer, settings.statusTopic());
            }
            told = document;
            return STORED;
        }

        private int send(String topic, MqttMessage message, Duration timeout) throws MqttException {
            IMqttToken token = client.publish(topic, message);
            token.waitForCompletion(timeout.toMillis());
            int[] codes = token.getReasonCodes();
            return codes == null || codes.length == 0 ? 0 : codes[0];
        }

        private PublishResult refusal(int code, String topic) {
            LinkFailure failure = reasons.answered(code);
            return failure(new LinkFailure(failure.refused(), failure.why() + ", topic [" + topic + "]"));
        }

        /** Asks before the connection is dropped: Paho says why only some time after it says that. */
        PublishResult whyLost() {
            try {
                MqttDisconnectResponse goodbye = lost.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
                return failure(reasons.of(goodbye.getReturnCode(), goodbye.getException()));
            } catch (ExecutionException | TimeoutException e) {
                return Retry.of("the connection to " + settings.broker() + " was lost");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Retry.of("the gateway is stopping");
            }
        }

        void leave(StoreStatus last) {
            try {
                if (client.isConnected()) {
                    announce(last, GOODBYE);
                    client.disconnect(0).waitForCompletion(GOODBYE.toMillis());
                }
            } catch (MqttException e) {
                // the broker publishes our last will instead
            } finally {
                abandon();
            }
        }

        /** Ends it without a word. Tidying up goes on aside, because Paho may wait for its own threads without end. */
        void abandon() {
            sockets.giveUp();
            Thread.ofPlatform().daemon().name("mqtt-clean-up").start(() -> {
                try {
                    client.disconnectForcibly(0, 1, false);
                    client.close(true);
                } catch (MqttException | RuntimeException e) {
                    // a client that is ending by itself may fail here; its sockets are closed, and it is never used
                    // again
                    LOG.debug("closing a broken client of {}", settings.broker(), e);
                }
            });
        }

        private MqttConnectionOptions options() {
            var options = new MqttConnectionOptions();
            options.setAutomaticReconnect(false);
            // nothing to resume: the outbox knows what is unconfirmed
            options.setCleanStart(true);
            options.setConnectionTimeout((int) settings.timeout().toSeconds());
            options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
            options.setWill(settings.statusTopic(), retained(settings.status().bytes(StoreStatus.LOST)));
            if (settings.credentials().username() != null) {
                options.setUserName(settings.credentials().username());
            }
            if (settings.credentials().password() != null) {
                options.setPassword(settings.credentials().password().bytes());
            }
            options.setSocketFactory(settings.broker().tls() ? sockets.tls(settings.tls()) : sockets.plain());
            return options;
        }

        private static MqttMessage retained(byte[] document) {
            return new MqttMessage(document, AT_LEAST_ONCE, true, new MqttProperties());
        }

        private static MqttProperties batchProperties() {
            var properties = new MqttProperties();
            properties.setContentType(Batch.CONTENT_TYPE);
            properties.setPayloadFormat(true);
            return properties;
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost.complete(response);
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, @Nullable String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, @Nullable MqttProperties properties) {}
    }
}
