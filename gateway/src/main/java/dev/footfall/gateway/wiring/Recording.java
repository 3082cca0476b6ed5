package dev.footfall.gateway.wiring;

import dev.footfall.gateway.api.AccessPolicy;
import dev.footfall.gateway.api.HttpApi;
import dev.footfall.gateway.api.IngestRouter;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.source.broker.BrokerSettings;
import dev.footfall.gateway.source.broker.BrokerSubscriber;
import dev.footfall.gateway.source.gpio.GpioSource;
import dev.footfall.gateway.source.http.Greetings;
import dev.footfall.gateway.source.http.HttpIngest;
import dev.footfall.gateway.source.mqtt.MqttListener;
import dev.footfall.gpio.KernelLines;
import dev.footfall.relay.link.BackOff;
import dev.footfall.store.StoreConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store's ways in without the rest of the gateway. An address that a running gateway holds is left to it, and said; its
 * brokers can be read beside it, for this reads them under another name that they forget when it goes.
 */
public final class Recording implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final StoreConfig config;
    private final Path folder;
    private final Intake intake;
    private final InstantSource clock;

    private Recording(StoreConfig config, Path folder, Intake intake, InstantSource clock) {
        this.config = config;
        this.folder = folder;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Opens every way in that can be had.
     *
     * @throws StartProblem if a named file cannot be used
     */
    public static Recording start(
            StoreConfig config, Path folder, Map<String, String> environment, Intake intake, InstantSource clock) {
        Recording recording = new Recording(config, folder, intake, clock);
        boolean started = false;
        try {
            recording.http(environment);
            recording.listener();
            recording.brokers(environment);
            recording.beams();
            started = true;
            return recording;
        } finally {
            if (!started) {
                recording.close();
            }
        }
    }

    /** The ways in that are open, one sentence each. */
    public List<String> open() {
        return List.copyOf(open);
    }

    /** Those that could not be had, one sentence each. */
    public List<String> closed() {
        return List.copyOf(closed);
    }

    private void http(Map<String, String> environment) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        parts.push(() -> Listening.await(vertx.close()));
        StoreConfig.Address address = config.kiosk().address();
        HttpIngest ingest = new HttpIngest(intake, Greetings.of(config), clock);
        HttpServer server = vertx.createHttpServer(HttpApi.serverOptions())
                .requestHandler(IngestRouter.of(vertx, AccessPolicy.load(environment), address.host(), ingest::mount));
        listening("pushes over HTTP at ", () -> {
            int port = Listening.bound(
                    server.listen(address.port(), address.host()).map(HttpServer::actualPort),
                    "kiosk.address",
                    address);
            parts.push(() -> Listening.await(server.close()));
            return new StoreConfig.Address(address.host(), port).toString();
        });
    }

    private void listener() {
        StoreConfig.MqttListener listening = config.ingest().mqttListener();
        if (listening == null) {
            return;
        }
        MqttListener listener =
                new MqttListener(listening, folder, ListenerUsers.load(listening, folder), intake, clock);
        parts.push(listener);
        listening("MQTT listener at ", () -> {
            int port = Listening.bound(listener.start(), "ingest.mqtt-listener.address", listening.address());
            return new StoreConfig.Address(listening.address().host(), port).toString();
        });
    }

    /** Opening an address. */
    private interface Opening {
        String address();
    }

    private void listening(String way, Opening opening) {
        try {
            open.add(way + opening.address());
        } catch (StartProblem e) {
            closed.add(e.getMessage());
        }
    }

    private void brokers(Map<String, String> environment) {
        for (StoreConfig.Broker broker : config.ingest().brokers()) {
            BrokerSubscriber subscriber = new BrokerSubscriber(
                    BrokerSettings.of(broker, environment).passing("-capture"),
                    intake,
                    BackOff.DEFAULT,
                    new SecureRandom(),
                    clock);
            parts.push(subscriber);
            subscriber.start();
            open.add("broker " + broker.url() + ", " + String.join(", ", broker.subscribe()));
        }
    }

    private void beams() {
        GpioSource beams = GpioSource.start(config.sensors(), new KernelLines(), intake, clock);
        parts.push(beams);
        config.sensors().stream()
                .filter(sensor -> sensor.driver().equals(GpioSource.DRIVER))
                .forEach(sensor -> open.add("light beam " + sensor.id()));
    }

    /** Takes nothing more in. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("A way in did not close cleanly: {}", e.getMessage());
            }
        }
    }
}
