package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.api.Problem.Violation;
import dev.footfall.gateway.config.Rule;
import dev.footfall.gateway.setup.Draft;
import dev.footfall.gateway.setup.SetUp;
import dev.footfall.store.StoreConfig;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changing the set-up: looking at what would become of the configuration, putting it in force, going back. Managers only. */
final class SetUpApi {
    private static final String PATH = "/api/v1/setup";
    private static final int MAX_BODY = 1 << 20;
    private static final Problem NOT_JSON =
            new Problem(415, "not-json", "This must be JSON", "Send JSON, with 'Content-Type: application/json'");
    private static final Problem NO_VERSION = new Problem(
            428,
            "version-required",
            "Say what was changed",
            "Send the version that the change was made from as 'If-Match: \"…\"', so that nobody's change is lost");

    private final Vertx vertx;
    private final SetUp setUp;

    SetUpApi(Vertx vertx, SetUp setUp) {
        this.vertx = vertx;
        this.setUp = setUp;
    }

    void mount(Router router, AccessGate gate) {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            router.route(method, PATH).handler(gate::manage).handler(this::present);
        }
        writing(router, gate, HttpMethod.PUT, PATH, this::apply);
        writing(router, gate, HttpMethod.POST, PATH + "/preview", this::preview);
        writing(router, gate, HttpMethod.POST, PATH + "/restoration", this::restore);
        new FloorPlanUpload(vertx, setUp).mount(router, gate);
        others(router, FloorPlanUpload.PATH, "POST");
        others(router, PATH, "GET, HEAD, PUT");
        others(router, PATH + "/preview", "POST");
        others(router, PATH + "/restoration", "POST");
    }

    private static void writing(
            Router router, AccessGate gate, HttpMethod method, String path, Handler<RoutingContext> handler) {
        router.route(method, path).handler(gate::manage).handler(SetUpApi::isJson);
        router.route(method, path)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(handler);
    }

    /** A form would be taken apart before anybody reads it. */
    private static void isJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            request.next();
        } else {
            NOT_JSON.send(request);
        }
    }

    private static void others(Router router, String path, String allowed) {
        router.route(path).handler(request -> {
            request.response().putHeader(HttpHeaders.ALLOW, allowed);
            Failures.WRONG_METHOD.send(request);
        });
    }

    private void present(RoutingContext request) {
        later(request, setUp::present, SetUpApi::answer);
    }

    private void preview(RoutingContext request) {
        Draft draft = draft(request);
        if (draft != null) {
            later(request, () -> setUp.preview(draft), SetUpApi::answer);
        }
    }

    private void apply(RoutingContext request) {
        String version = version(request);
        Draft draft = version == null ? null : draft(request);
        if (version != null && draft != null) {
            String by = AccessGate.visitor(request).name();
            later(request, () -> setUp.apply(version, draft, by), SetUpApi::answer);
        }
    }

    private void restore(RoutingContext request) {
        String version = version(request);
        JsonObject body = version == null ? null : body(request);
        if (version != null && body != null) {
            String earlier = body.getString("version", "");
            String by = AccessGate.visitor(request).name();
            later(request, () -> setUp.restore(version, earlier, by), SetUpApi::answer);
        }
    }

    private <T> void later(RoutingContext request, Callable<T> work, BiConsumer<RoutingContext, T> reply) {
        vertx.executeBlocking(work, false)
                .map(result -> {
                    reply.accept(request, result);
                    return result;
                })
                .onFailure(request::fail);
    }

    /** The version in the header; null, with an answer, if there is none. */
    private static @Nullable String version(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            NO_VERSION.send(request);
            return null;
        }
        return header.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    private static @Nullable JsonObject body(RoutingContext request) {
        try {
            JsonObject body = request.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException ignored) {
            // said below
        }
        Problem.badParameters(List.of(new Violation("body", "", "must be a JSON object")))
                .send(request);
        return null;
    }

    private static @Nullable Draft draft(RoutingContext request) {
        JsonObject body = body(request);
        if (body == null) {
            return null;
        }
        DraftJson.Read read = DraftJson.read(body);
        if (!read.violations().isEmpty()) {
            Problem.badParameters(read.violations()).send(request);
            return null;
        }
        return read.draft();
    }

    private static void answer(RoutingContext request, SetUp.Outcome outcome) {
        switch (outcome) {
            case SetUp.Present present -> send(request, present);
            case SetUp.Stale stale -> {
                request.response()
                        .putHeader(HttpHeaders.ETAG, tag(stale.present().version()));
                String by = stale.present().earlier().stream()
                        .findFirst()
                        .map(SetUp.Earlier::replacedBy)
                        .orElse("somebody");
                new Problem(
                                412,
                                "set-up-changed",
                                "The set-up was changed meanwhile",
                                "[" + by
                                        + "] changed it last. Read it again, put your change on top of theirs, and send it"
                                        + " with the new version; nothing of yours was taken")
                        .send(request);
            }
            case SetUp.Wrong wrong -> wrong(wrong.problems()).send(request);
            case SetUp.Unknown unknown ->
                new Problem(404, "no-such-version", "There is no such version", "It is not among the earlier ones")
                        .send(request);
            case SetUp.NotWritten refused -> notWritten(request, refused);
        }
    }

    static void notWritten(RoutingContext request, SetUp.NotWritten refused) {
        new Problem(507, "not-written", "The set-up could not be written", refused.why()).send(request);
    }

    private static Problem wrong(List<dev.footfall.gateway.config.Problem> problems) {
        List<Violation> violations = problems.stream()
                .map(each -> new Violation(each.key(), each.value(), each.rule()))
                .toList();
        return new Problem(
                422,
                "wrong-set-up",
                "The configuration would not hold",
                String.join("; ", problems.stream().map(Object::toString).toList()),
                violations);
    }

    private static String tag(String version) {
        return '"' + version + '"';
    }

    private static void answer(RoutingContext request, SetUp.Preview preview) {
        Reads.send(request, JsonBody.object(out -> {
            out.writeStringField("version", preview.version());
            out.writeArrayFieldStart("difference");
            for (String line : preview.difference()) {
                out.writeString(line);
            }
            out.writeEndArray();
            JsonBody.array(out, "problems", preview.problems(), problem -> {
                JsonBody.whole(out, "line", problem.line());
                out.writeStringField("key", problem.key());
                out.writeStringField("value", problem.value());
                out.writeStringField("rule", problem.rule());
                said(out, problem.broken());
            });
        }));
    }

    /** For other languages: what the rule goes on with is a rule itself. */
    private static void said(JsonGenerator out, Rule rule) throws IOException {
        JsonBody.said(out, rule.code(), rule.values());
        if (rule.then() == null) {
            out.writeNullField("then");
            return;
        }
        out.writeObjectFieldStart("then");
        out.writeStringField("rule", rule.then().text());
        said(out, rule.then());
        out.writeEndObject();
    }

    private static void send(RoutingContext request, SetUp.Present present) {
        request.response().putHeader(HttpHeaders.ETAG, tag(present.version()));
        StoreConfig config = present.config();
        Reads.send(request, JsonBody.object(out -> {
            out.writeStringField("version", present.version());
            out.writeObjectFieldStart("draft");
            DraftJson.write(out, present.draft());
            out.writeEndObject();
            JsonBody.array(out, "entrances", config.entrances(), entrance -> {
                out.writeStringField("id", entrance.id());
                out.writeStringField("name", entrance.name());
            });
            JsonBody.array(out, "sensors", config.sensors(), sensor -> {
                out.writeStringField("id", sensor.id().value());
                out.writeStringField("driver", sensor.driver());
            });
            JsonBody.array(out, "earlier", present.earlier(), each -> {
                out.writeStringField("version", each.version());
                JsonBody.instant(out, "replaced_at", each.replacedAt());
                out.writeStringField("replaced_by", each.replacedBy());
            });
        }));
    }
}
