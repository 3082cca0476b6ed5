package dev.footfall.gateway.source.http;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Source;
import dev.footfall.ledger.Fate;
import io.vertx.core.Context;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /ingest/{driver}/{sensor}}: 204 once the message is on disk, also for a repeat; 422 with the reason for a
 * refused one, which is kept for inspection. A GET is answered with what the sensor's driver says to it.
 */
public final class HttpIngest {
    /** Larger bodies are cut off with 413; drivers refuse on record what is larger than they take. */
    private static final long MAX_BODY = 16L << 20;

    private static final int LONGEST_HEADER = 1024;

    private final Intake intake;
    private final Greetings greetings;
    private final InstantSource clock;

    public HttpIngest(Intake intake, Greetings greetings, InstantSource clock) {
        this.intake = intake;
        this.greetings = greetings;
        this.clock = clock;
    }

    public void mount(Router router) {
        router.post("/ingest/:driver/:sensor")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::receive);
        router.get("/ingest/:driver/:sensor").handler(this::greet);
    }

    private void greet(RoutingContext request) {
        Optional<String> answer = greetings.at(request.normalizedPath());
        if (answer.isEmpty()) {
            request.response().putHeader("Allow", "POST");
            request.fail(405);
        } else {
            request.response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(answer.get());
        }
    }

    private void receive(RoutingContext request) {
        byte[] body = request.body().buffer() == null
                ? new byte[0]
                : request.body().buffer().getBytes();
        Context context = request.vertx().getOrCreateContext();
        Arrival arrival = new Arrival(
                Source.HTTP,
                "",
                new Message(
                        request.normalizedPath(),
                        request.request().getHeader("Content-Type"),
                        body,
                        false,
                        headers(request)),
                clock.instant(),
                0,
                false,
                request.pathParam("driver"),
                request.pathParam("sensor"),
                (fate, reason) -> context.runOnContext(ignored -> answer(request, fate, reason)));
        if (!intake.offer(arrival)) {
            request.request().pause();
            intake.whenRoom(
                    () -> context.runOnContext(ignored -> request.request().resume()));
        }
    }

    private static Map<String, String> headers(RoutingContext request) {
        List<String> wanted = Optional.ofNullable(request.pathParam("driver"))
                .flatMap(DriverCatalog::named)
                .map(SensorDriver::headers)
                .orElse(List.of());
        Map<String, String> given = new HashMap<>();
        for (String name : wanted) {
            String value = request.request().getHeader(name);
            if (value != null && value.length() <= LONGEST_HEADER) {
                given.put(name, value);
            }
        }
        return given;
    }

    private static void answer(RoutingContext request, Fate fate, String reason) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        if (fate == Fate.REJECTED) {
            JsonObject problem = new JsonObject()
                    .put("type", "about:blank")
                    .put("title", "The message was refused")
                    .put("status", 422)
                    .put("detail", reason);
            request.response()
                    .setStatusCode(422)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(problem.encode());
        } else {
            request.response().setStatusCode(204).end();
        }
    }
}
