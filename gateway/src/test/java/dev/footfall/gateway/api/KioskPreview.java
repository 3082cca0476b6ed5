package dev.footfall.gateway.api;

import dev.footfall.measurement.State;
import dev.footfall.reason.SensorReason.NoSensor;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Zone;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the kiosk with made-up figures, to look at while working on it: {@code KioskPreview [scene] [port] [folder]}. Scenes:
 * {@code fresh}, {@code degraded}, {@code dead} (figures stand still), {@code empty}, {@code first-day}, {@code closed},
 * {@code full}, {@code many}, {@code one}, {@code none} (no floor plan use).
 */
public final class KioskPreview {
    private static final Instant START = Instant.parse("2026-11-22T10:32:10Z");
    private static final Instant NIGHT = Instant.parse("2026-11-22T15:10:00Z");

    private final String scene;
    private final StoreConfig config;
    private final SampleFigures figures;
    private final Instant start;

    private KioskPreview(String scene) {
        this.scene = scene;
        this.config = switch (scene) {
            case "many" ->
                SampleStore.of(
                        SampleStore.manyZones(80),
                        120,
                        "Flagship store with an uncommonly long name 北京王府井大街旗舰店",
                        "127.0.0.1");
            case "one" -> SampleStore.of(List.<Zone>of(SampleStore.FIVE_ZONES.getFirst()), null);
            case "none" -> SampleStore.of(List.of(), null);
            case "full" -> SampleStore.of(SampleStore.FIVE_ZONES, 36);
            default -> SampleStore.of(SampleStore.FIVE_ZONES, 120);
        };
        this.figures = new SampleFigures(config);
        this.start = scene.equals("closed") ? NIGHT : START;
    }

    public static void main(String[] arguments) {
        Map<Integer, String> given = Map.of(
                0, arguments.length > 0 ? arguments[0] : "fresh",
                1, arguments.length > 1 ? arguments[1] : "8099",
                2, arguments.length > 2 ? arguments[2] : ".");
        new KioskPreview(given.getOrDefault(0, ""))
                .serve(Integer.parseInt(given.getOrDefault(1, "")), Path.of(given.getOrDefault(2, "")));
    }

    private void serve(int port, Path folder) {
        Vertx vertx = Vertx.vertx();
        InstantSource wall = InstantSource.system();
        Instant begun = wall.instant();
        InstantSource shown = () -> start.plus(Duration.between(begun, wall.instant()));
        var view = new FakeStoreView(now(start));
        view.grid(scene.equals("empty") ? new HeatGrid(0.5, 80, 50, new double[4000]) : figures.heat(start));
        var parts = new HttpApi.Parts(
                config,
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
        if (!scene.equals("dead")) {
            vertx.setPeriodic(1000, tick -> view.change(now(shown.instant())));
        }
        vertx.createHttpServer(HttpApi.serverOptions())
                .requestHandler(api.router(vertx, List.of()))
                .listen(port, "127.0.0.1")
                .onSuccess(server -> System.out.println("http://127.0.0.1:" + server.actualPort() + "/"))
                .onFailure(cause -> System.err.println("cannot listen: " + cause.getMessage()));
    }

    private LiveFigures now(Instant at) {
        return switch (scene) {
            case "degraded" -> figures.at(at, State.DEGRADED, SampleFigures.SILENT, true);
            case "invalid" -> figures.at(at, State.INVALID, new NoSensor(), true);
            case "empty" -> figures.nothingYet(at);
            case "first-day" -> figures.at(at, State.VALID, null, false);
            case "closed" -> figures.at(at, State.CLOSED, null, true);
            default -> figures.at(at);
        };
    }
}
