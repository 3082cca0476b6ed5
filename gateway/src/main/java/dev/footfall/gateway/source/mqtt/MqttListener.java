package dev.footfall.gateway.source.mqtt;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.store.StoreConfig;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own MQTT endpoint, versions 3.1.1 and 5. It takes publishes and acknowledges them once they are on disk;
 * it is no broker: subscriptions are refused. Runs on one event loop of its own.
 */
public final class MqttListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttListener.class);
    /** Larger packets end the connection; what is larger than a driver takes is refused on record long before. */
    private static final int MAX_PACKET = 16 << 20;

    private static final int MAX_CLIENT_ID = 256;
    private static final int RECEIVE_MAXIMUM = 8192;
    private static final String NO_BROKER =
            "This endpoint takes sensor messages only. Read the figures over HTTP, or from head office's broker.";

    private final StoreConfig.MqttListener config;
    private final Path configFolder;
    private final Credentials credentials;
    private final Intake intake;
    private final InstantSource clock;
    private final ReadGate gate = new ReadGate();
    private final Vertx vertx;
    private final Context context;
    private final Acknowledgements acknowledgements;
    private final Logins logins;
    private final MqttServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private long connectionsEver;

    public MqttListener(
            StoreConfig.MqttListener config,
            Path configFolder,
            Credentials credentials,
            Intake intake,
            InstantSource clock) {
        this.config = config;
        this.configFolder = configFolder;
        this.credentials = credentials;
        this.intake = intake;
        this.clock = clock;
        this.vertx = VertxBootstrap.create()
                .options(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1))
                .transport(new IngestTransport(gate))
                .init()
                .vertx();
        this.context = vertx.getOrCreateContext();
        this.acknowledgements = new Acknowledgements(context);
        this.logins = new Logins(vertx, credentials);
        this.server = MqttServer.create(vertx, options()).endpointHandler(this::connect);
        server.exceptionHandler(e -> LOG.debug("A connection was refused: {}", e.getMessage()));
    }

    private MqttServerOptions options() {
        MqttServerOptions options = new MqttServerOptions()
                .setHost(config.address().host())
                .setPort(config.address().port())
                .setMaxMessageSize(MAX_PACKET)
                .setMaxClientIdLength(MAX_CLIENT_ID);
        StoreConfig.Tls tls = config.tls();
        if (tls != null) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(file(tls.certificate()))
                            .setKeyPath(file(tls.key())));
            if (tls.clientCa() != null) {
                options.setClientAuth(ClientAuth.REQUIRED)
                        .setTrustOptions(new PemTrustOptions().addCertPath(file(tls.clientCa())));
            }
        }
        return options;
    }

    private String file(String name) {
        return configFolder.resolve(name).toString();
    }

    /** Starts listening; the result is the port. */
    public Future<Integer> start() {
        return Future.future(done -> context.runOnContext(
                ignored -> server.listen().map(MqttServer::actualPort).onComplete(done)));
    }

    public int connections() {
        return connections.get();
    }

    private void connect(MqttEndpoint endpoint) {
        if (credentials.asksForPasswords()) {
            logins.judge(endpoint, this::accept);
        } else {
            accept(endpoint);
        }
    }

    private void accept(MqttEndpoint endpoint) {
        connections.incrementAndGet();
        long connection = ++connectionsEver;
        endpoint.publishAutoAck(false);
        endpoint.publishHandler(message -> published(endpoint, connection, message));
        endpoint.publishReleaseHandler(endpoint::publishComplete);
        endpoint.subscribeHandler(subscription -> refuse(endpoint, subscription));
        endpoint.unsubscribeHandler(gone -> endpoint.unsubscribeAcknowledge(gone.messageId()));
        endpoint.exceptionHandler(
                e -> LOG.debug("Client [{}] broke the protocol: {}", endpoint.clientIdentifier(), e.getMessage()));
        boolean[] goodbye = {false};
        endpoint.disconnectHandler(ignored -> goodbye[0] = true);
        endpoint.closeHandler(ignored -> closed(endpoint, connection, goodbye[0]));
        endpoint.accept(false, limits(endpoint));
    }

    private static MqttProperties limits(MqttEndpoint endpoint) {
        MqttProperties properties = new MqttProperties();
        if (endpoint.protocolVersion() >= 5) {
            properties.add(new MqttProperties.IntegerProperty(
                    MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM.value(), RECEIVE_MAXIMUM));
            properties.add(new MqttProperties.IntegerProperty(
                    MqttProperties.MqttPropertyType.MAXIMUM_PACKET_SIZE.value(), MAX_PACKET));
            properties.add(
                    new MqttProperties.IntegerProperty(MqttProperties.MqttPropertyType.TOPIC_ALIAS_MAXIMUM.value(), 0));
        }
        return properties;
    }

    private void published(MqttEndpoint endpoint, long connection, MqttPublishMessage message) {
        MqttQoS qos = message.qosLevel();
        Receipt receipt = qos == MqttQoS.AT_MOST_ONCE
                ? Receipt.NONE
                : acknowledgements.new Delivery(endpoint, message.messageId(), qos);
        if (!credentials.mayPublish(endpoint.auth(), message.topicName())) {
            LOG.warn(
                    "Client [{}] may not publish to [{}]; its connection is closed.",
                    endpoint.clientIdentifier(),
                    message.topicName());
            endpoint.close();
            return;
        }
        offer(new Arrival(
                Source.MQTT_LISTENER,
                endpoint.clientIdentifier(),
                connection,
                new Message(message.topicName(), null, message.payload().getBytes(), false),
                clock.instant(),
                qos == MqttQoS.AT_MOST_ONCE ? 0 : message.messageId(),
                message.isDup(),
                null,
                null,
                false,
                receipt));
    }

    private void offer(Arrival arrival) {
        if (!intake.offer(arrival)) {
            gate.shut();
            intake.whenRoom(gate::open);
        }
    }

    private static void refuse(MqttEndpoint endpoint, MqttSubscribeMessage subscription) {
        int topics = subscription.topicSubscriptions().size();
        if (endpoint.protocolVersion() < 5) {
            endpoint.subscribeAcknowledge(subscription.messageId(), Collections.nCopies(topics, MqttQoS.FAILURE));
            return;
        }
        MqttProperties why = new MqttProperties();
        why.add(new MqttProperties.StringProperty(MqttProperties.MqttPropertyType.REASON_STRING.value(), NO_BROKER));
        endpoint.subscribeAcknowledge(
                subscription.messageId(), Collections.nCopies(topics, MqttSubAckReasonCode.NOT_AUTHORIZED), why);
    }

    /** A client that vanished without a good-bye has its last will delivered: that is how a sensor says it is offline. */
    private void closed(MqttEndpoint endpoint, long connection, boolean goodbye) {
        connections.decrementAndGet();
        if (goodbye || endpoint.will() == null || !endpoint.will().isWillFlag()) {
            return;
        }
        if (!credentials.mayPublish(endpoint.auth(), endpoint.will().getWillTopic())) {
            LOG.warn(
                    "Client [{}] may not leave a last will at [{}]; it is dropped.",
                    endpoint.clientIdentifier(),
                    endpoint.will().getWillTopic());
            return;
        }
        byte[] payload = endpoint.will().getWillMessageBytes();
        offer(new Arrival(
                Source.MQTT_LISTENER,
                endpoint.clientIdentifier(),
                connection,
                Message.of(
                        endpoint.will().getWillTopic(),
                        payload == null ? "".getBytes(StandardCharsets.UTF_8) : payload),
                clock.instant(),
                0,
                false,
                null,
                null,
                true,
                Receipt.NONE));
    }

    @Override
    public void close() {
        server.close()
                .eventually(vertx::close)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
