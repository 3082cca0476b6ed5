package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Staff;
import dev.footfall.gateway.setup.SetUp;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.store.StoreConfig;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything the gateway serves over HTTP, as one router. Make it and use it on an event loop; close it at the end. */
public final class HttpApi implements AutoCloseable {
    static final String FLOOR_PLAN = "/api/v1/floor-plan";
    /** What shoppers may read without a token. */
    static final String PRIVACY = "/api/v1/privacy";

    private static final int IDLE_SECONDS = 75;

    private final Parts parts;
    private final LiveEvents events;
    private final Reads reads;

    /**
     * What the API stands on.
     *
     * @param config what was in force at the start
     * @param configFolder where the floor plan's image lies
     * @param setUp how it may be changed; empty if it may not
     */
    public record Parts(
            StoreConfig config,
            StoreView view,
            AlertView alerts,
            AuditView audits,
            MarkerView markers,
            InstantSource clock,
            AccessPolicy access,
            LogIn logIn,
            Probes probes,
            Path configFolder,
            Optional<SetUp> setUp) {

        /** The configuration in force. */
        StoreConfig inForce() {
            return setUp.map(SetUp::inForce).orElse(config);
        }

        /** Another one for another configuration in force. */
        String version() {
            return setUp.map(SetUp::versionInForce).orElse("");
        }
    }

    public HttpApi(Vertx vertx, Parts parts) {
        this(vertx, parts, LiveEvents.Pace.USUAL);
    }

    HttpApi(Vertx vertx, Parts parts, LiveEvents.Pace pace) {
        this.parts = parts;
        StoreConfig.Store store = parts.config().store();
        var rows = new MeasurementJson(store.id(), store.currency());
        var live = new LiveJson(rows, () -> parts.inForce().calendar(), parts::version);
        this.events = new LiveEvents(
                vertx,
                parts.view(),
                pace,
                () -> live.of(parts.view().live(), parts.alerts().open()));
        this.reads = new Reads(vertx, parts, rows, live);
    }

    /** Options that a server of this API needs: compressed answers, bounded requests, no connection left hanging. */
    public static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setCompressionSupported(true)
                .setCompressionContentSizeThreshold(512)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(16 * 1024)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(IDLE_SECONDS);
    }

    /**
     * The router.
     *
     * @param mounts add routes of others, for example the ingest source's; they come after the security headers and the
     *     access gate, which asks for the device token on {@code /ingest/}
     */
    public Router router(Vertx vertx, List<Consumer<Router>> mounts) {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        Visitors visitors = new Visitors(parts.access(), parts.logIn().sessions());
        AccessGate gate = new AccessGate(
                parts.access(),
                visitors,
                parts.logIn().staff() != Staff.NOBODY,
                parts.config().kiosk().address().host(),
                KioskAssets.resource(KioskAssets.FOLDER + KioskAssets.DENIED));
        router.route().handler(gate);
        kiosk(router);
        api(router);
        new SessionApi(vertx, parts.logIn(), visitors, parts.access()).mount(router);
        new AlertWrites(vertx, parts.alerts()).mount(router, gate);
        new AuditRoutes(vertx, parts.audits(), parts.config(), parts.clock()).mount(router, gate);
        new MarkerRoutes(vertx, parts.markers()).mount(router, gate);
        parts.setUp().ifPresent(setUp -> new SetUpApi(vertx, setUp).mount(router, gate));
        mounts.forEach(mount -> mount.accept(router));
        Failures.handle(router);
        return router;
    }

    private void kiosk(Router router) {
        Map<String, StaticContent> assets = KioskAssets.load();
        assets.forEach((name, content) -> get(router, KioskAssets.FOLDER + name, content::send));
        page(router, "/", assets.get(KioskAssets.PAGE));
        page(router, "/door", assets.get(KioskAssets.DOOR));
        page(router, "/privacy", assets.get(KioskAssets.PRIVACY));
    }

    private static void page(Router router, String path, @Nullable StaticContent page) {
        get(router, path, Objects.requireNonNull(page, path)::send);
    }

    private void api(Router router) {
        FloorPlans plans =
                new FloorPlans(parts.configFolder(), () -> parts.inForce().floorPlan());
        StaticContent document = StaticContent.of("application/yaml", KioskAssets.resource("/openapi.yaml"));
        get(router, "/api/v1/live", reads::live);
        get(router, "/api/v1/live/events", events::open);
        get(router, "/api/v1/measurements", reads::measurements);
        get(router, "/api/v1/heatmap", reads::heatmap);
        get(router, "/api/v1/flows", reads::flows);
        get(router, "/api/v1/stays", reads::stays);
        get(router, "/api/v1/alerts", reads::alerts);
        get(router, "/api/v1/sensors", reads::sensors);
        get(router, "/api/v1/ledger", reads::ledger);
        get(router, PRIVACY, request -> Reads.send(request, StoreJson.privacy(parts.inForce())));
        get(router, "/api/v1/store", request -> Reads.send(request, StoreJson.of(parts.inForce(), plans.address())));
        get(router, FLOOR_PLAN, plans::send);
        get(router, "/api/v1/openapi.yaml", document::send);
        get(router, "/metrics", reads::metrics);
        get(router, "/health/live", reads::alive);
        get(router, "/health/ready", reads::ready);
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
        router.route(path).handler(request -> {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Failures.WRONG_METHOD.send(request);
        });
    }

    /** Screens with an open event stream. */
    public int openStreams() {
        return events.clients();
    }

    @Override
    public void close() {
        events.close();
    }
}
