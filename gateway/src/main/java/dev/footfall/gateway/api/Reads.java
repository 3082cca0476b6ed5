package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.footfall.gateway.api.Problem.Violation;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers to read requests. */
final class Reads {
    private static final Set<String> SPAN = Set.of("from", "to");
    private static final Set<String> QUERY = Set.of("metric", "scope", "grain", "from", "to");
    private static final String METRICS =
            "must be one of " + Stream.of(Metric.values()).map(Metric::wireName).collect(Collectors.joining(", "));
    private static final String SCOPES =
            "must be store, entrance:ID, zone:ID, line:ID, flow:ID>ID, car-park:ID or sensor:ID";
    private static final String GRAINS = "must be one of 15m, hour, day";

    private final Vertx vertx;
    private final HttpApi.Parts parts;
    private final LiveJson live;
    private final RowStream.Format json;
    private final RowStream.Format csv;

    Reads(Vertx vertx, HttpApi.Parts parts, MeasurementJson rows, LiveJson live) {
        this.vertx = vertx;
        this.parts = parts;
        this.live = live;
        var table = new MeasurementCsv(rows);
        this.json = new RowStream.Format("application/json", "{\"measurements\":[", ",\n", "]}", rows::bytes);
        this.csv = new RowStream.Format(
                "text/csv; charset=utf-8",
                table.header(),
                "",
                "",
                row -> table.line(row).getBytes(UTF_8));
    }

    void live(RoutingContext request) {
        send(request, live.of(parts.view().live(), parts.alerts().open()));
    }

    void measurements(RoutingContext request) {
        var given = new QueryParameters(request.queryParams(), QUERY);
        var query = new MeasurementQuery(
                given.list("metric", Metric::parse, METRICS),
                given.list("scope", Scope::parse, SCOPES),
                given.list("grain", Grain::parse, GRAINS),
                given.window(today()));
        if (accepted(request, given.violations())) {
            answer(request, parts.view().measurements(query), rows -> sendRows(request, rows));
        }
    }

    void heatmap(RoutingContext request) {
        span(request, parts.view()::heatmap, window -> grid -> send(request, HealthJson.heat(window, grid)));
    }

    void flows(RoutingContext request) {
        span(request, parts.view()::flows, window -> rows -> sendRows(request, rows));
    }

    void stays(RoutingContext request) {
        int least = parts.config().privacy().smallCellFloor();
        span(request, parts.view()::stays, window -> stays -> send(request, StaysJson.of(window, stays, least)));
    }

    void ledger(RoutingContext request) {
        span(request, parts.view()::ledger, window -> lines -> send(request, HealthJson.ledger(window, lines)));
    }

    void sensors(RoutingContext request) {
        send(request, HealthJson.sensors(parts.view().sensors()));
    }

    void alerts(RoutingContext request) {
        send(request, JsonBody.object(out -> AlertJson.array(out, parts.alerts().open())));
    }

    void metrics(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .end(parts.probes().prometheus().get())
                .onFailure(ClientGone::ignore);
    }

    void alive(RoutingContext request) {
        send(request, JsonBody.object(out -> out.writeStringField("status", "live")));
    }

    void ready(RoutingContext request) {
        List<String> missing = parts.probes().notReady().get();
        if (missing.isEmpty()) {
            send(request, JsonBody.object(out -> out.writeStringField("status", "ready")));
        } else {
            new Problem(503, "not-ready", "Not ready yet", String.join("; ", missing)).send(request);
        }
    }

    private <T> void span(
            RoutingContext request, Function<Window, CompletionStage<T>> read, Function<Window, Consumer<T>> reply) {
        var given = new QueryParameters(request.queryParams(), SPAN);
        Window window = given.window(today());
        if (accepted(request, given.violations())) {
            answer(request, read.apply(window), reply.apply(window));
        }
    }

    private Window today() {
        return parts.inForce().calendar().dayOf(parts.clock().instant()).window();
    }

    private static boolean accepted(RoutingContext request, List<Violation> violations) {
        if (!violations.isEmpty()) {
            Problem.badParameters(violations).send(request);
        }
        return violations.isEmpty();
    }

    private <T> void answer(RoutingContext request, CompletionStage<T> reading, Consumer<T> reply) {
        Future.fromCompletionStage(reading, vertx.getOrCreateContext())
                .map(result -> {
                    reply.accept(result);
                    return result;
                })
                .onFailure(request::fail);
    }

    private void sendRows(RoutingContext request, List<Measurement> rows) {
        RowStream.send(vertx, request.response(), wantsCsv(request) ? csv : json, rows);
    }

    /** The first type the reader likes best that there is; JSON for whoever names neither. */
    private static boolean wantsCsv(RoutingContext request) {
        for (MIMEHeader type : request.parsedHeaders().accept()) {
            if (type.component().equals("text")
                    && (type.subComponent().equals("csv") || type.subComponent().equals("*"))) {
                return true;
            }
            if (type.subComponent().equals("json") || type.component().equals("*")) {
                return false;
            }
        }
        return false;
    }

    static void send(RoutingContext request, JsonBody body) {
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        body.end(request.response());
    }
}
