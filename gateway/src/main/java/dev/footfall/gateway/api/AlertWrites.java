package dev.footfall.gateway.api;

import dev.footfall.gateway.api.Problem.Violation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;

/** Taking care of an exception. */
final class AlertWrites {
    private static final String PATH = "/api/v1/alerts/:id/acknowledgement";
    private static final int MAX_BODY = 8 * 1024;
    private static final int MAX_OWNER = 100;
    private static final int MAX_NOTE = 1000;

    private final Vertx vertx;
    private final AlertView alerts;

    AlertWrites(Vertx vertx, AlertView alerts) {
        this.vertx = vertx;
        this.alerts = alerts;
    }

    void mount(Router router, AccessGate gate) {
        // A route of its own: the router wants body handlers before others, and nobody's body is read before the gate.
        router.post(PATH).handler(gate::manage);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::acknowledge);
        router.route(PATH).handler(request -> {
            request.response().putHeader(HttpHeaders.ALLOW, "POST");
            Failures.WRONG_METHOD.send(request);
        });
    }

    private void acknowledge(RoutingContext request) {
        List<Violation> violations = new ArrayList<>();
        JsonObject body = body(request, violations);
        String owner = text(body, "owner", MAX_OWNER, violations);
        String note = text(body, "note", MAX_NOTE, violations);
        if (violations.isEmpty() && owner.isBlank()) {
            violations.add(new Violation("owner", owner, "must name who takes care of it"));
        }
        if (!violations.isEmpty()) {
            Problem.badParameters(violations).send(request);
            return;
        }
        String given = request.pathParam("id");
        String id = given == null ? "" : given;
        Future.fromCompletionStage(alerts.acknowledge(id, owner, note), vertx.getOrCreateContext())
                .map(known -> answer(request, id, known))
                .onFailure(request::fail);
    }

    private static boolean answer(RoutingContext request, String id, boolean known) {
        if (known) {
            request.response().setStatusCode(204).end().onFailure(ClientGone::ignore);
        } else {
            new Problem(404, "no-such-alert", "There is no such alert", "No alert has the id [" + id + "]")
                    .send(request);
        }
        return known;
    }

    private static JsonObject body(RoutingContext request, List<Violation> violations) {
        try {
            JsonObject body = request.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException ignored) {
            // said below
        }
        violations.add(new Violation("body", "", "must be a JSON object with owner and note"));
        return new JsonObject();
    }

    private static String text(JsonObject body, String field, int most, List<Violation> violations) {
        Object value = body.getValue(field, "");
        if (value instanceof String text && text.length() <= most) {
            return text;
        }
        violations.add(new Violation(field, "", "must be text of at most " + most + " characters"));
        return "";
    }
}
