package dev.footfall.gateway.source.broker;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.source.broker.Acknowledgements.Delivery;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Bell;
import dev.footfall.relay.link.ClientLogging;
import dev.footfall.relay.link.LinkFailure;
import dev.footfall.relay.link.Retries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one broker for as long as it is open: connects, subscribes, hands messages to the intake, acknowledges each when it
 * is settled, and begins again when the link breaks. While we are away, and for what we had not acknowledged, the broker
 * keeps our session; how safe that is is up to the broker.
 */
public final class BrokerSubscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSubscriber.class);

    /** How often a link that is quiet is looked at. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration LOOK_FOR_ANSWER = Duration.ofMillis(200);
    /** How long to wait at the end for the commit of what was handed over. */
    private static final Duration LAST_COMMIT = Duration.ofSeconds(3);

    private static final Duration STOP = LAST_COMMIT.plusSeconds(3);
    /** Places beside those of messages that count against the receive maximum: for messages of QoS 0, which do not. */
    private static final int PLACES_FOR_QOS_0 = 4_096;

    private final BrokerSettings settings;
    private final InstantSource clock;
    private final Retries retries;
    private final Bell bell = new Bell();
    private final Gate gate;
    private final LinkReport report;
    private final Thread thread;
    private volatile @Nullable BrokerConnection current;
    private long connections;

    /** A subscriber that does nothing until {@link #start}. */
    public BrokerSubscriber(
            BrokerSettings settings, Intake intake, BackOff backOff, RandomGenerator random, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        retries = new Retries(backOff, random);
        gate = new Gate(intake, settings.receiveMaximum() + PLACES_FOR_QOS_0, bell::ring);
        report = new LinkReport(settings.broker(), clock.instant());
        thread =
                Thread.ofPlatform().daemon().name("broker " + settings.broker()).unstarted(this::run);
        ClientLogging.silence();
    }

    public void start() {
        thread.start();
    }

    public LinkState state() {
        BrokerConnection connection = current;
        return report.state(gate.passed(), connection == null ? 0 : connection.unacknowledged());
    }

    /**
     * Takes no more messages, waits a short while for the commit of those handed over, acknowledges them and leaves. What
     * is still unacknowledged then comes again in the next run. To be closed before the intake is.
     */
    @Override
    public void close() {
        bell.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!bell.isClosed()) {
            LinkFailure failure = oneConnection();
            if (failure != null) {
                report.failed(clock.instant(), failure);
                bell.await(retries.failed(failure.refused(), null, clock.instant()), false);
            }
            waitUntilThereIsRoom();
        }
        report.ended(clock.instant());
    }

    /** The whole life of a connection; why it ended, or null if we ended it. */
    private @Nullable LinkFailure oneConnection() {
        BrokerConnection connection = null;
        try {
            connections++;
            connection = new BrokerConnection(connections, settings, this::arrived, bell::ring);
            current = connection;
            LinkFailure failure = connection.open();
            return failure != null ? failure : serve(connection);
        } catch (MqttException e) {
            return LinkFailure.refused("the client for " + settings.broker() + " cannot be made: " + e.getMessage());
        } finally {
            current = null;
            if (connection != null) {
                connection.abandon();
            }
        }
    }

    private @Nullable LinkFailure serve(BrokerConnection connection) {
        boolean reported = false;
        while (!bell.isClosed()) {
            gate.drain();
            if (!connection.acknowledge() || !connection.isUp()) {
                return connection.whyLost();
            }
            LinkFailure failure = gate.isFull() ? tooFast() : connection.whyNotSubscribed();
            if (failure != null) {
                return failure;
            }
            if (connection.isSubscribed() && !reported) {
                report.connected(clock.instant(), connection.partly());
                reported = true;
            }
            retries.succeeded(clock.instant());
            bell.await(reported ? LOOK : LOOK_FOR_ANSWER, true);
        }
        finish(connection);
        return null;
    }

    private LinkFailure tooFast() {
        return LinkFailure.passing("messages come in faster than they can be stored; the link to " + settings.broker()
                + " was ended until there is room");
    }

    private void finish(BrokerConnection connection) {
        connection.turnDeaf();
        long end = System.nanoTime() + LAST_COMMIT.toNanos();
        do {
            gate.drain();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        } while (connection.acknowledge() && connection.unacknowledged() > 0 && System.nanoTime() < end);
        connection.leave();
    }

    private void waitUntilThereIsRoom() {
        while (!bell.isClosed() && !gate.isOpen()) {
            gate.drain();
            bell.await(LOOK, true);
        }
    }

    /** On Paho's thread, which must go on to read the answers that keep the link alive. */
    private void arrived(BrokerConnection from, String topic, MqttMessage message) {
        try {
            gate.pass(arrival(from, topic, message));
            if (gate.isFull()) {
                from.turnDeaf();
                bell.ring();
            }
        } catch (RuntimeException e) {
            // the library would drop it in silence; the message stays unacknowledged
            LOG.error("a message on [{}] from {} could not be taken", topic, settings.broker(), e);
        }
    }

    private Arrival arrival(BrokerConnection from, String topic, MqttMessage message) {
        boolean acknowledged = message.getQos() > 0;
        return new Arrival(
                Source.MQTT_BROKER,
                settings.peer(),
                from.number(),
                new Message(topic, null, message.getPayload(), message.isRetained()),
                clock.instant(),
                acknowledged ? message.getId() : 0,
                acknowledged && message.isDuplicate(),
                null,
                null,
                false,
                acknowledged ? receipt(from, from.expect(message.getId())) : Receipt.NONE);
    }

    /** Whatever became of it: a message that was refused is settled too, and must not come again. */
    private static Receipt receipt(BrokerConnection from, Delivery delivery) {
        return (fate, reason) -> from.settled(delivery);
    }
}
