package dev.footfall.relay.uplink;

import dev.footfall.relay.link.BrokerUrl;
import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.wire.StatusJson;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * How an MQTT uplink reaches head office.
 *
 * @param clientId the same in every run, so that a forgotten connection of ours is replaced and not doubled
 * @param topic where batches go
 * @param statusTopic where the retained status document stands
 * @param tls makes the sockets of an {@code mqtts} link
 * @param timeout the most to wait for a connection, for a handshake and for an acknowledgement, each; whole seconds
 * @param keepAlive silence after which the link is tried; whole seconds
 * @param needsSubscriber true to keep entries for as long as the broker says that nobody subscribes to the topic; false
 *     for brokers whose consumers are no subscribers (a rule engine) and which would therefore always say so
 */
public record MqttSettings(
        BrokerUrl broker,
        String clientId,
        String topic,
        String statusTopic,
        StatusJson status,
        Credentials credentials,
        SSLSocketFactory tls,
        Duration timeout,
        Duration keepAlive,
        boolean needsSubscriber) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /**
     * The settings of a store with everything else at its default.
     *
     * @param topic may contain {@code {store}}
     * @param status names the store and the version
     * @throws IllegalArgumentException if the URL is no broker's address
     */
    public static MqttSettings of(URI url, String topic, StatusJson status, Credentials credentials) {
        String store = status.store();
        return new MqttSettings(
                BrokerUrl.of(url),
                "footfall-relay-" + store,
                topic.replace("{store}", store),
                "footfall/v1/" + store + "/status",
                status,
                credentials,
                trustOfThisMachine(),
                TIMEOUT,
                KEEP_ALIVE,
                true);
    }

    public MqttSettings withCredentials(Credentials newCredentials) {
        return new MqttSettings(
                broker, clientId, topic, statusTopic, status, newCredentials, tls, timeout, keepAlive, needsSubscriber);
    }

    public MqttSettings withTls(SSLSocketFactory newTls) {
        return new MqttSettings(
                broker, clientId, topic, statusTopic, status, credentials, newTls, timeout, keepAlive, needsSubscriber);
    }

    public MqttSettings withTimeout(Duration newTimeout) {
        return new MqttSettings(
                broker, clientId, topic, statusTopic, status, credentials, tls, newTimeout, keepAlive, needsSubscriber);
    }

    public MqttSettings withoutNeedForSubscriber() {
        return new MqttSettings(
                broker, clientId, topic, statusTopic, status, credentials, tls, timeout, keepAlive, false);
    }

    private static SSLSocketFactory trustOfThisMachine() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK must have a default TLS context; check javax.net.ssl settings", e);
        }
    }
}
