package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.audit.ManualCount.Verdict;
import dev.footfall.measurement.Scope;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts by hand: kept, and told with what they say of the sensors. */
final class AuditRoutes {
    private static final String PATH = "/api/v1/audits";
    private static final int MAX_BODY = 8 * 1024;
    private static final int MAX_OWNER = 100;
    private static final int MAX_NOTE = 1000;
    private static final int MOST_PEOPLE = 100_000;
    private static final int LONGEST_SECONDS = 12 * 3600;
    /** A page's idea of the gateway's time may be ahead by the line's delay. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final AuditView audits;
    private final StoreConfig config;
    private final InstantSource clock;

    AuditRoutes(Vertx vertx, AuditView audits, StoreConfig config, InstantSource clock) {
        this.vertx = vertx;
        this.audits = audits;
        this.config = config;
        this.clock = clock;
    }

    void mount(Router router, AccessGate gate) {
        router.get(PATH).handler(this::list);
        router.post(PATH).handler(gate::maintain);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::keep);
        router.route(PATH).handler(request -> {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            Failures.WRONG_METHOD.send(request);
        });
    }

    private void list(RoutingContext request) {
        Future.fromCompletionStage(audits.newest(), vertx.getOrCreateContext())
                .map(all -> {
                    Reads.send(
                            request,
                            JsonBody.object(out -> JsonBody.array(out, "audits", all, judged -> fields(out, judged))));
                    return all;
                })
                .onFailure(request::fail);
    }

    private void keep(RoutingContext request) {
        Body body = new Body(request);
        Audit audit = read(body);
        if (body.refused(request) || audit == null) {
            return;
        }
        Future.fromCompletionStage(audits.keep(audit), vertx.getOrCreateContext())
                .map(judged -> {
                    request.response().setStatusCode(201);
                    Reads.send(request, JsonBody.object(out -> fields(out, judged)));
                    return judged;
                })
                .onFailure(request::fail);
    }

    private @Nullable Audit read(Body body) {
        Instant now = clock.instant();
        String id = body.text("id", 64);
        if (!id.matches("[A-Za-z0-9-]{8,64}")) {
            body.wrong("id", id, "must be 8 to 64 letters, digits or dashes that no other count has");
        }
        Scope scope = scope(body);
        Instant start = body.instant("start", now).truncatedTo(ChronoUnit.SECONDS);
        int seconds = body.whole("seconds", 1, LONGEST_SECONDS);
        if (start.plusSeconds(seconds).isAfter(now.plus(AHEAD))) {
            body.wrong("start", start.toString(), "must be so long ago that the count is over");
        }
        Instant oldest = now.minus(Duration.ofDays(config.journal().keepDays()));
        if (start.isBefore(oldest)) {
            body.wrong("start", start.toString(), "must be after " + oldest + ": older observations are not kept");
        }
        int in = body.whole("in", 0, MOST_PEOPLE);
        int out = body.whole("out", 0, MOST_PEOPLE);
        String owner = body.words("owner", MAX_OWNER, "must name who counted");
        String note = body.text("note", MAX_NOTE);
        return scope == null
                ? null
                : new Audit(id, scope, new Window(start, start.plusSeconds(seconds)), in, out, owner, note);
    }

    private @Nullable Scope scope(Body body) {
        String given = body.text("scope", 80);
        Scope scope = Scope.parse(given).orElse(null);
        boolean known = scope instanceof Scope.Store
                || scope instanceof Scope.Entrance at
                        && config.entrances().stream()
                                .anyMatch(entrance -> entrance.id().equals(at.id()));
        if (!known) {
            body.wrong("scope", given, "must be store or entrance:ID of a configured entrance");
            return null;
        }
        return scope;
    }

    private static void fields(JsonGenerator out, Audit.Judged judged) throws IOException {
        Audit audit = judged.audit();
        out.writeStringField("id", audit.id());
        out.writeStringField("scope", audit.scope().wireName());
        JsonBody.instant(out, "start", audit.window().start());
        JsonBody.instant(out, "end", audit.window().end());
        out.writeStringField("owner", audit.owner());
        out.writeStringField("note", audit.note());
        JsonBody.instant(out, "recorded_at", judged.recordedAt());
        out.writeBooleanField("settled", judged.told().settled());
        JsonBody.number(out, "within", Audit.WITHIN);
        verdict(out, "in", audit.in(), judged.told().in(), judged.entries());
        verdict(out, "out", audit.out(), judged.told().out(), judged.exits());
    }

    private static void verdict(JsonGenerator out, String name, int manual, @Nullable Double sensor, Verdict verdict)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("manual", manual);
        JsonBody.number(out, "sensor", sensor);
        JsonBody.number(out, "bias", verdict.bias());
        JsonBody.number(out, "low", verdict.low());
        JsonBody.number(out, "high", verdict.high());
        JsonBody.whole(out, "count_more", verdict.more());
        out.writeStringField("reason", verdict.reason());
        out.writeEndObject();
    }
}
