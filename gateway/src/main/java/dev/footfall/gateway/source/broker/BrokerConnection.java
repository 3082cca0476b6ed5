package dev.footfall.gateway.source.broker;

import dev.footfall.gateway.source.broker.Acknowledgements.Delivery;
import dev.footfall.relay.link.BrokerReasons;
import dev.footfall.relay.link.GuardedSockets;
import dev.footfall.relay.link.LinkFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one broker, from connecting to its end, with one client object that is used for nothing else: an
 * acknowledgement can only go out on the connection its message came by. Belongs to the link's thread, but for
 * {@link #settled} and Paho's callbacks.
 */
final class BrokerConnection implements MqttCallback {
    // long because: Paho's callback interface and the workarounds for its traps only make sense side by side.
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    private static final int AT_LEAST_ONCE = 1;
    private static final int FAILURES = 0x80;
    /** Retained messages only for a subscription that is new, not again at each reconnect. */
    private static final int RETAINED_IF_NEW = 1;

    private static final Duration END_OF_CLIENT = Duration.ofSeconds(3);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final BrokerSettings settings;
    private final BrokerReasons reasons;
    private final Inbound inbound;
    private final Runnable wake;
    private final GuardedSockets sockets = new GuardedSockets();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final CompletableFuture<MqttDisconnectResponse> lost = new CompletableFuture<>();
    private final CompletableFuture<List<Integer>> granted = new CompletableFuture<>();
    private final RepeatMarks marks = new RepeatMarks();
    private final MqttAsyncClient client;
    private final long number;
    private @Nullable LinkFailure partly;
    private volatile boolean deaf;
    private volatile long heard;

    /** What one message looks like to whoever takes it; called on Paho's thread, must not block. */
    @FunctionalInterface
    interface Inbound {
        void message(BrokerConnection from, String topic, MqttMessage message);
    }

    /**
     * A connection that does nothing until it is opened.
     *
     * @param number differs from that of each earlier connection
     * @param wake called when the link's thread has something to do here
     */
    BrokerConnection(long number, BrokerSettings settings, Inbound inbound, Runnable wake) throws MqttException {
        this.number = number;
        this.settings = settings;
        this.inbound = inbound;
        this.wake = wake;
        reasons = new BrokerReasons(
                settings.broker(), settings.clientId(), "FOOTFALL_BROKER_USERNAME and FOOTFALL_BROKER_PASSWORD");
        client = new MarkingClient(settings.broker().forClient(), settings.clientId(), marks);
        client.setManualAcks(true);
        // before connecting: what arrives without a callback is dropped without a word
        client.setCallback(this);
    }

    /** Connects, and asks for the topics without waiting for the answer; why it failed, or null if it did not. */
    @Nullable
    LinkFailure open() {
        try {
            // the library bounds connecting and the handshake by itself, but not the wait for the broker's answer
            client.connect(options())
                    .waitForCompletion(settings.timeout()
                            .multipliedBy(2)
                            .plus(END_OF_CLIENT)
                            .toMillis());
            heard = System.nanoTime();
            // here and not in connectComplete, where it can deadlock with messages that are waiting
            MqttSubscription[] wanted = settings.filters().stream()
                    .map(BrokerConnection::subscription)
                    .toArray(MqttSubscription[]::new);
            client.subscribe(wanted, null, new Answer(), new MqttProperties());
            return null;
        } catch (MqttException e) {
            return reasons.of(e.getReasonCode(), e.getCause());
        }
    }

    /** Hears what the broker says to the subscriptions; on Paho's thread. */
    private final class Answer implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            granted.complete(
                    codes == null ? List.of() : IntStream.of(codes).boxed().toList());
            wake.run();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            granted.completeExceptionally(why);
            wake.run();
        }
    }

    /** True once the broker has answered to the subscriptions. */
    boolean isSubscribed() {
        return granted.state() == Future.State.SUCCESS;
    }

    /**
     * Why the subscriptions failed; null if they did not or if the answer may still come. It stands in a queue behind all
     * messages that the broker sends again, so silence counts and not time; and those have to be acknowledged meanwhile.
     */
    @Nullable
    LinkFailure whyNotSubscribed() {
        return switch (granted.state()) {
            case RUNNING ->
                System.nanoTime() - heard > settings.timeout().toNanos()
                        ? LinkFailure.passing(settings.broker() + " did not answer in time")
                        : null;
            case SUCCESS -> refusals(granted.resultNow());
            case FAILED, CANCELLED -> LinkFailure.passing("the connection to " + settings.broker() + " was lost");
        };
    }

    private static MqttSubscription subscription(String filter) {
        var subscription = new MqttSubscription(filter, AT_LEAST_ONCE);
        subscription.setRetainHandling(RETAINED_IF_NEW);
        return subscription;
    }

    /** A broker that refuses some topics is read all the same; one that refuses all of them is not. */
    private @Nullable LinkFailure refusals(List<Integer> codes) {
        LinkFailure first = null;
        int refused = 0;
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) >= FAILURES) {
                refused++;
                first = first != null ? first : refusal(settings.filters().get(i), codes.get(i));
            }
        }
        boolean nothingLeft = refused == settings.filters().size();
        partly = nothingLeft ? null : first;
        return nothingLeft ? first : null;
    }

    private LinkFailure refusal(String filter, int code) {
        return LinkFailure.refused(reasons.answered(code).why() + ", subscription [" + filter + "]");
    }

    boolean isUp() {
        return client.isConnected();
    }

    /** What is wrong although the connection is open; null if nothing is. */
    @Nullable
    LinkFailure partly() {
        return partly;
    }

    /** Tells this connection's messages from those of the ones before. */
    long number() {
        return number;
    }

    /** Sends the acknowledgements that are due; false if the connection no longer takes them. */
    boolean acknowledge() {
        try {
            for (int id : acknowledgements.takeSettled()) {
                client.messageArrivedComplete(id, AT_LEAST_ONCE);
            }
            return true;
        } catch (MqttException e) {
            LOG.debug("acknowledging to {}", settings.broker(), e);
            return false;
        }
    }

    /** The message of this delivery is on disk or refused on record. From any thread. */
    void settled(Delivery delivery) {
        if (acknowledgements.settle(delivery)) {
            wake.run();
        }
    }

    /** Notes a message that the broker wants acknowledged. */
    Delivery expect(int packetId) {
        return acknowledgements.expect(packetId);
    }

    int unacknowledged() {
        return acknowledgements.size();
    }

    /** Takes no more messages; what comes now stays unacknowledged and comes again in the next run. */
    void turnDeaf() {
        deaf = true;
    }

    /** Why the connection ended; Paho says so only some time after it says that. */
    LinkFailure whyLost() {
        try {
            MqttDisconnectResponse goodbye = lost.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            return reasons.of(goodbye.getReturnCode(), goodbye.getException());
        } catch (ExecutionException | TimeoutException e) {
            return LinkFailure.passing("the connection to " + settings.broker() + " was lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LinkFailure.passing("the gateway is stopping");
        }
    }

    /** Says goodbye; the broker keeps the session, and with it what is unacknowledged. */
    void leave() {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(GOODBYE.toMillis());
            }
        } catch (MqttException e) {
            LOG.debug("leaving {}", settings.broker(), e);
        } finally {
            abandon();
        }
    }

    /** Ends it without a word. Tidying up goes on aside, because Paho may wait for its own threads without end. */
    void abandon() {
        turnDeaf();
        sockets.giveUp();
        Thread.ofPlatform().daemon().name("mqtt-clean-up").start(() -> {
            try {
                client.disconnectForcibly(0, 1, false);
                client.close(true);
            } catch (MqttException | RuntimeException e) {
                // a client that is ending by itself may fail here; its sockets are closed, and it is never used again
                LOG.debug("closing a broken client of {}", settings.broker(), e);
            }
        });
    }

    private MqttConnectionOptions options() {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        // both are needed, or the broker forgets us when we go
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.memory().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setConnectionTimeout((int) settings.timeout().toSeconds());
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        if (settings.credentials().username() != null) {
            options.setUserName(settings.credentials().username());
        }
        if (settings.credentials().password() != null) {
            options.setPassword(settings.credentials().password().bytes());
        }
        options.setSocketFactory(settings.broker().tls() ? sockets.tls(settings.tls()) : sockets.plain());
        return options;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard = System.nanoTime();
        if (!deaf) {
            // the library does not say so itself
            message.setDuplicate(marks.isRepeat(message.getId()));
            inbound.message(this, topic, message);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.complete(response);
        wake.run();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, @Nullable String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, @Nullable MqttProperties properties) {}
}
