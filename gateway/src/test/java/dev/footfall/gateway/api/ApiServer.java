package dev.footfall.gateway.api;

import dev.footfall.gateway.setup.SetUp;
import dev.footfall.store.StoreConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The API on a real server with a free port, over a fake store. */
final class ApiServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T06:32:10Z");

    final StoreConfig config;
    final FakeStoreView view;
    final FakeNotes notes = new FakeNotes();
    final SampleFigures figures;
    final HttpApi api;
    final Router router;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What a test may want otherwise. */
    record Setup(
            AccessPolicy access,
            LogIn logIn,
            String kioskHost,
            String listenHost,
            AlertView alerts,
            List<String> notReady,
            Path folder,
            Optional<SetUp> setUp,
            List<Consumer<Router>> mounts) {
        static final Setup USUAL = new Setup(
                AccessPolicy.LOOPBACK_ONLY,
                LogIn.byTokenOnly(),
                "127.0.0.1",
                "127.0.0.1",
                AlertView.NONE,
                List.of(),
                Path.of("."),
                Optional.empty(),
                List.of());

        Setup access(AccessPolicy policy) {
            return new Setup(policy, logIn, kioskHost, listenHost, alerts, notReady, folder, setUp, mounts);
        }

        Setup logIn(LogIn by) {
            return new Setup(access, by, kioskHost, listenHost, alerts, notReady, folder, setUp, mounts);
        }

        Setup alerts(AlertView view) {
            return new Setup(access, logIn, kioskHost, listenHost, view, notReady, folder, setUp, mounts);
        }

        Setup notReady(String... reasons) {
            return new Setup(access, logIn, kioskHost, listenHost, alerts, List.of(reasons), folder, setUp, mounts);
        }

        Setup folder(Path path) {
            return new Setup(access, logIn, kioskHost, listenHost, alerts, notReady, path, setUp, mounts);
        }

        Setup setUp(SetUp changing) {
            return new Setup(
                    access, logIn, kioskHost, listenHost, alerts, notReady, folder, Optional.of(changing), mounts);
        }

        Setup mount(Consumer<Router> mount) {
            return new Setup(access, logIn, kioskHost, listenHost, alerts, notReady, folder, setUp, List.of(mount));
        }
    }

    ApiServer() {
        this(Setup.USUAL);
    }

    ApiServer(Setup setup) {
        this(setup, LiveEvents.Pace.USUAL, HttpApi.serverOptions());
    }

    ApiServer(Setup setup, LiveEvents.Pace pace, HttpServerOptions options) {
        this(
                setup,
                pace,
                options,
                Scene.usual(SampleStore.of(SampleStore.FIVE_ZONES, 120, "Nanjing Road", setup.kioskHost())));
    }

    /** A store as a scene has it. */
    static ApiServer showing(Scene scene) {
        return new ApiServer(Setup.USUAL, LiveEvents.Pace.USUAL, HttpApi.serverOptions(), scene);
    }

    private ApiServer(Setup setup, LiveEvents.Pace pace, HttpServerOptions options, Scene scene) {
        config = scene.config();
        figures = scene.figures();
        view = new FakeStoreView(scene.live());
        view.grid(scene.heat());
        var probes = new Probes(setup::notReady, () -> "footfall_up 1.0\n");
        api = new HttpApi(
                vertx,
                new HttpApi.Parts(
                        config,
                        view,
                        setup.alerts(),
                        notes,
                        notes,
                        InstantSource.fixed(scene.now()),
                        setup.access(),
                        setup.logIn(),
                        probes,
                        setup.folder(),
                        setup.setUp()),
                pace);
        router = api.router(vertx, setup.mounts());
        server = await(vertx.createHttpServer(options).requestHandler(router).listen(0, setup.listenHost()));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("the server must answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.actualPort());
    }

    int port() {
        return server.actualPort();
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the server must start", e);
        }
    }

    @Override
    public void close() {
        api.close();
        client.shutdownNow();
        await(vertx.close().map(done -> Boolean.TRUE));
    }

    /** For a value that a test knows to be there. */
    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("must not be null");
        }
        return value;
    }
}
