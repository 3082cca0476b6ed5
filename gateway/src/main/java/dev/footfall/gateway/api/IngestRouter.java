package dev.footfall.gateway.api;

import dev.footfall.gateway.access.Sessions;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.Consumer;

/** Takes what devices push, by the same rules as the kiosk's router, and serves nothing. */
public final class IngestRouter {
    private IngestRouter() {}

    /**
     * The router.
     *
     * @param host the kiosk's configured address, a name under which requests from this machine may ask
     * @param ingest adds the ingest source's routes
     */
    public static Router of(Vertx vertx, AccessPolicy access, String host, Consumer<Router> ingest) {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        Visitors visitors = new Visitors(access, new Sessions(System::nanoTime));
        router.route()
                .handler(new AccessGate(
                        access, visitors, false, host, KioskAssets.resource(KioskAssets.FOLDER + KioskAssets.DENIED)));
        ingest.accept(router);
        Failures.handle(router);
        return router;
    }
}
