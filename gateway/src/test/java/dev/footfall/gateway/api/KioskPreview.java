package dev.footfall.gateway.api;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the kiosk with made-up figures, to look at while working on it: {@code KioskPreview [scene] [port] [folder]}. Scenes
 * are {@link Scene.Kind}'s in lower case with dashes, and {@code dead} (figures stand still).
 */
public final class KioskPreview {
    private final boolean dead;
    private final Scene scene;

    private KioskPreview(String name) {
        this.dead = name.equals("dead");
        this.scene = Scene.of(dead ? Scene.Kind.USUAL : Scene.Kind.of(name));
    }

    public static void main(String[] arguments) {
        Map<Integer, String> given = Map.of(
                0, arguments.length > 0 ? arguments[0] : "usual",
                1, arguments.length > 1 ? arguments[1] : "8099",
                2, arguments.length > 2 ? arguments[2] : ".");
        new KioskPreview(given.getOrDefault(0, ""))
                .serve(Integer.parseInt(given.getOrDefault(1, "")), Path.of(given.getOrDefault(2, "")));
    }

    private void serve(int port, Path folder) {
        Vertx vertx = Vertx.vertx();
        InstantSource wall = InstantSource.system();
        Instant begun = wall.instant();
        InstantSource shown = () -> scene.now().plus(Duration.between(begun, wall.instant()));
        var view = new FakeStoreView(scene.live());
        view.grid(scene.heat());
        var parts = new HttpApi.Parts(
                scene.config(),
                view,
                AlertView.NONE,
                AuditView.NONE,
                MarkerView.NONE,
                shown,
                AccessPolicy.LOOPBACK_ONLY,
                LogIn.byTokenOnly(),
                new Probes(List::of, () -> ""),
                folder,
                Optional.empty());
        var api = new HttpApi(vertx, parts);
        if (!dead) {
            vertx.setPeriodic(1000, tick -> view.change(scene.at(shown.instant())));
        }
        vertx.createHttpServer(HttpApi.serverOptions())
                .requestHandler(api.router(vertx, List.of()))
                .listen(port, "127.0.0.1")
                .onSuccess(server -> System.out.println("http://127.0.0.1:" + server.actualPort() + "/"))
                .onFailure(cause -> System.err.println("cannot listen: " + cause.getMessage()));
    }
}
