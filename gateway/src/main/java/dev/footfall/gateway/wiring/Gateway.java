package dev.footfall.gateway.wiring;

import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.api.AccessPolicy;
import dev.footfall.gateway.api.HttpApi;
import dev.footfall.gateway.api.Probes;
import dev.footfall.gateway.config.KeptText;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.service.Heartbeat;
import dev.footfall.gateway.service.SystemdNotifier;
import dev.footfall.gateway.service.Watchdog;
import dev.footfall.gateway.setup.SetUp;
import dev.footfall.gateway.source.gpio.GpioSource;
import dev.footfall.gateway.source.http.Greetings;
import dev.footfall.gateway.source.http.HttpIngest;
import dev.footfall.gateway.source.mqtt.MqttListener;
import dev.footfall.gateway.webhook.Webhooks;
import dev.footfall.gpio.KernelLines;
import dev.footfall.relay.link.BackOff;
import dev.footfall.store.StoreConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway. Parts are started from the inside out (journal, writer, kiosk, sources) and stopped the other way
 * round, so that nothing is taken in that cannot be committed.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private URI kiosk = URI.create("http://127.0.0.1/");
    private Optional<StoreConfig.Address> mqtt = Optional.empty();

    private Gateway() {}

    /** Something to do between recovery and the first message, for example feeding history. */
    public interface BeforeSources {
        void run(Pipeline pipeline) throws InterruptedException;

        BeforeSources NOTHING = ignored -> {};
    }

    /**
     * Starts everything.
     *
     * @throws JournalProblem if the data folder cannot be used
     * @throws StartProblem if an address cannot be listened on, or a named file not be used
     */
    public static Gateway start(
            LoadResult.Loaded configuration, Path folder, Path data, InstantSource clock, SystemdNotifier systemd)
            throws InterruptedException {
        return start(configuration, folder, data, clock, systemd, BeforeSources.NOTHING);
    }

    /** As {@link #start(LoadResult.Loaded, Path, Path, InstantSource, SystemdNotifier)}, with something to do before. */
    public static Gateway start(
            LoadResult.Loaded configuration,
            Path folder,
            Path data,
            InstantSource clock,
            SystemdNotifier systemd,
            BeforeSources before)
            throws InterruptedException {
        Gateway gateway = new Gateway();
        boolean started = false;
        try {
            gateway.startParts(configuration, folder, data, clock, systemd, before);
            started = true;
            return gateway;
        } finally {
            if (!started) {
                gateway.close();
            }
        }
    }

    private void startParts(
            LoadResult.Loaded configuration,
            Path folder,
            Path data,
            InstantSource clock,
            SystemdNotifier systemd,
            BeforeSources before)
            throws InterruptedException {
        StoreConfig config = configuration.config();
        String currency = config.store().currency();
        Journal journal =
                opened(Journal.open(data, config.store().id(), currency == null ? "" : currency, clock.instant()));
        journal.remember("configuration", KeptText.of(configuration.text()));
        journal.remember("currency", currency == null ? "" : currency);
        GatewayMetrics metrics = opened(new GatewayMetrics());
        Pipeline pipeline = opened(Pipeline.living(
                config, journal, new Pseudonyms(PseudonymSecret.load(System.getenv())), metrics, clock));
        before.run(pipeline);
        pipeline.start();
        opened(new Housekeeping(config, journal, clock)).start();
        Watchdog watchdog = new Watchdog(systemd);
        watchdog.watch(pipeline.vitalSign());
        SetUp setUp = new SetUp(
                folder,
                config,
                configuration.text(),
                clock,
                pipeline::reconfigure,
                text -> journal.remember("configuration", KeptText.of(text)));
        serve(config, folder, clock, pipeline, metrics, watchdog, setUp);
        listen(config, folder, clock, pipeline, metrics);
        Uplinks.start(config, pipeline, clock, metrics).forEach(this::opened);
        Brokers.start(config, pipeline, clock, metrics).forEach(this::opened);
        tell(new Webhooks.Parts(config, journal, BackOff.DEFAULT, new SecureRandom(), clock), pipeline, metrics);
        GpioSource beams = opened(GpioSource.start(config.sensors(), new KernelLines(), pipeline.intake(), clock));
        metrics.gauge("footfall.gpio.watching", "Beam sensors whose lines are being watched", beams::watching);
        opened(watchdog).start();
        systemd.ready("store " + config.store().id() + ", " + config.sensors().size() + " sensors, kiosk " + kiosk);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private void tell(Webhooks.Parts parts, Pipeline pipeline, GatewayMetrics metrics) {
        if (parts.config().alerts().webhooks().isEmpty()) {
            return;
        }
        Webhooks webhooks = opened(Webhooks.start(parts, pipeline.outbox(), System.getenv(), metrics::webhook));
        metrics.gauge(
                "footfall.webhook.waiting",
                "Messages that a webhook has not been sent yet, the most",
                webhooks::waiting);
    }

    private void serve(
            StoreConfig config,
            Path folder,
            InstantSource clock,
            Pipeline pipeline,
            GatewayMetrics metrics,
            Watchdog watchdog,
            SetUp setUp) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        opened(() -> Listening.await(vertx.close()));
        watchdog.watch(Heartbeat.ofExecutor(
                "kiosk",
                Duration.ofSeconds(15),
                System::nanoTime,
                beat -> vertx.getOrCreateContext().runOnContext(ignored -> beat.run())));
        Probes probes = new Probes(watchdog::silent, metrics::scrape);
        HttpApi api = opened(new HttpApi(
                vertx,
                new HttpApi.Parts(
                        config,
                        pipeline.view(),
                        pipeline.alerts(),
                        pipeline.audits(),
                        pipeline.markers(),
                        clock,
                        AccessPolicy.load(System.getenv()),
                        KioskStaff.logIn(config.kiosk(), folder, metrics),
                        probes,
                        folder,
                        Optional.of(setUp))));
        HttpIngest ingest = new HttpIngest(pipeline.intake(), Greetings.of(config), clock);
        StoreConfig.Address address = config.kiosk().address();
        HttpServer server = vertx.createHttpServer(HttpApi.serverOptions())
                .requestHandler(api.router(vertx, List.of(ingest::mount)));
        int port = Listening.bound(
                server.listen(address.port(), address.host()).map(HttpServer::actualPort), "kiosk.address", address);
        opened(() -> Listening.await(server.close()));
        kiosk = URI.create("http://" + new StoreConfig.Address(address.host(), port) + "/");
        LOG.info("Kiosk and API at {}", kiosk);
    }

    private void listen(
            StoreConfig config, Path folder, InstantSource clock, Pipeline pipeline, GatewayMetrics metrics) {
        StoreConfig.MqttListener listening = config.ingest().mqttListener();
        if (listening == null) {
            return;
        }
        MqttListener listener = opened(
                new MqttListener(listening, folder, ListenerUsers.load(listening, folder), pipeline.intake(), clock));
        int port = Listening.bound(listener.start(), "ingest.mqtt-listener.address", listening.address());
        metrics.gauge("footfall.mqtt.connections", "Clients connected to the MQTT listener", listener::connections);
        mqtt = Optional.of(new StoreConfig.Address(listening.address().host(), port));
        LOG.info("MQTT listener at {}", mqtt.get());
    }

    /** Where the kiosk is served. */
    public URI kiosk() {
        return kiosk;
    }

    /** Where the MQTT listener listens, if it is on. */
    public Optional<StoreConfig.Address> mqtt() {
        return mqtt;
    }

    /** Stops taking messages in, commits what is waiting, and closes the database. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.getMessage());
            }
        }
    }
}
