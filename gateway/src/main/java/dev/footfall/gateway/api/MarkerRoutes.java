package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Event markers: promotions and the like, listed, added and removed. */
final class MarkerRoutes {
    private static final String PATH = "/api/v1/events";
    private static final String ONE = "/api/v1/events/:id";
    private static final int MAX_BODY = 4 * 1024;
    private static final int MAX_NAME = 100;
    private static final int MOST_DAYS = 92;

    private final Vertx vertx;
    private final MarkerView markers;

    MarkerRoutes(Vertx vertx, MarkerView markers) {
        this.vertx = vertx;
        this.markers = markers;
    }

    void mount(Router router, AccessGate gate) {
        router.get(PATH).handler(this::list);
        router.post(PATH).handler(gate::manage);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::add);
        router.delete(ONE).handler(gate::manage);
        router.delete(ONE).handler(this::remove);
        Map.of(PATH, "GET, POST", ONE, "DELETE")
                .forEach((path, methods) -> router.route(path).handler(request -> {
                    request.response().putHeader(HttpHeaders.ALLOW, methods);
                    Failures.WRONG_METHOD.send(request);
                }));
    }

    private void list(RoutingContext request) {
        answer(
                request,
                markers.all(),
                all -> Reads.send(
                        request,
                        JsonBody.object(out -> JsonBody.array(out, "events", all, marker -> fields(out, marker)))));
    }

    private void add(RoutingContext request) {
        Body body = new Body(request);
        String name = body.words("name", MAX_NAME, "must say what happened");
        LocalDate first = body.date("from", LocalDate.EPOCH);
        LocalDate last = body.date("to", first);
        if (last.isBefore(first)) {
            body.wrong("to", last.toString(), "must not be before from, " + first);
        } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            body.wrong("to", last.toString(), "must be at most " + MOST_DAYS + " days from " + first + " on");
        }
        if (!body.refused(request)) {
            answer(request, markers.add(name, first, last), marker -> {
                request.response().setStatusCode(201);
                Reads.send(request, JsonBody.object(out -> fields(out, marker)));
            });
        }
    }

    private void remove(RoutingContext request) {
        String given = request.pathParam("id");
        long id = given != null && given.matches("\\d{1,15}") ? Long.parseLong(given) : -1;
        answer(request, markers.remove(id), known -> {
            if (known) {
                request.response().setStatusCode(204).end().onFailure(ClientGone::ignore);
            } else {
                new Problem(404, "no-such-event", "There is no such event", "No event has the id [" + given + "]")
                        .send(request);
            }
        });
    }

    private <T> void answer(RoutingContext request, CompletionStage<T> work, Consumer<T> reply) {
        Future.fromCompletionStage(work, vertx.getOrCreateContext())
                .map(result -> {
                    reply.accept(result);
                    return result;
                })
                .onFailure(request::fail);
    }

    private static void fields(JsonGenerator out, Marker marker) throws IOException {
        out.writeNumberField("id", marker.id());
        out.writeStringField("name", marker.name());
        out.writeStringField("from", marker.first().toString());
        out.writeStringField("to", marker.last().toString());
    }
}
