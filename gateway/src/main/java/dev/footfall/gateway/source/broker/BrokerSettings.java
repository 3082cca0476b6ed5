package dev.footfall.gateway.source.broker;

import dev.footfall.relay.link.BrokerUrl;
import dev.footfall.relay.link.Credentials;
import dev.footfall.store.StoreConfig.Broker;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * How to read one broker.
 *
 * @param clientId the same in every run: under it the broker keeps what arrives while we are away
 * @param memory how long the broker keeps what arrives while we are away; zero if it is to forget us when we go
 * @param filters topic filters, at least one
 * @param tls makes the sockets of an {@code mqtts} link
 * @param timeout the most to wait for a connection, for a handshake and for an answer, each; whole seconds
 * @param keepAlive silence after which the link is tried; whole seconds
 * @param receiveMaximum how many messages the broker may have unacknowledged with us. With a commit every 20 ms the rate
 *     is at most 50 times this; the broker's own limit (Mosquitto: {@code max_inflight_messages}, 20) may be lower
 */
public record BrokerSettings(
        BrokerUrl broker,
        String clientId,
        Duration memory,
        List<String> filters,
        Credentials credentials,
        SSLSocketFactory tls,
        Duration timeout,
        Duration keepAlive,
        int receiveMaximum) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final int RECEIVE_MAXIMUM = 4_096;

    private static final Duration MEMORY = Duration.ofDays(7);

    public BrokerSettings {
        filters = List.copyOf(filters);
    }

    /**
     * The settings of a configured broker. Its credentials come from the environment: {@code broker-CLIENT-ID} where
     * there are any of that purpose, else {@code broker} (see {@link Credentials}).
     */
    public static BrokerSettings of(Broker config, Map<String, String> environment) {
        Credentials own = Credentials.of("broker-" + config.clientId(), environment);
        return new BrokerSettings(
                BrokerUrl.of(config.url()),
                config.clientId(),
                MEMORY,
                config.subscribe(),
                own.isEmpty() ? Credentials.of("broker", environment) : own,
                trustOfThisMachine(),
                TIMEOUT,
                KEEP_ALIVE,
                RECEIVE_MAXIMUM);
    }

    /** Names the session: one broker may be read under two client ids, and each numbers its messages by itself. */
    String peer() {
        return broker + " as " + clientId;
    }

    public BrokerSettings withTimes(Duration newTimeout, Duration newKeepAlive) {
        return new BrokerSettings(
                broker, clientId, memory, filters, credentials, tls, newTimeout, newKeepAlive, receiveMaximum);
    }

    public BrokerSettings withReceiveMaximum(int newReceiveMaximum) {
        return new BrokerSettings(
                broker, clientId, memory, filters, credentials, tls, timeout, keepAlive, newReceiveMaximum);
    }

    /** The same under another client id that the broker forgets when we go: reads beside, and takes nothing away. */
    public BrokerSettings passing(String suffix) {
        return new BrokerSettings(
                broker,
                clientId + suffix,
                Duration.ZERO,
                filters,
                credentials,
                tls,
                timeout,
                keepAlive,
                receiveMaximum);
    }

    private static SSLSocketFactory trustOfThisMachine() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK must have a default TLS context; check javax.net.ssl settings", e);
        }
    }
}
