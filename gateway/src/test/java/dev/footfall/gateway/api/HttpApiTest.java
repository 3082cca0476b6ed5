package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.alert.Alert;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.UnusualReason.LooksReal;
import dev.footfall.time.Window;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private ApiServer server = new ApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void liveTellsTheStoreNowUnderTheNamesOfTheInterface() throws IOException {
        JsonNode live = json("/api/v1/live");

        assertThat(live.path("at").textValue()).isEqualTo("2026-11-22T06:32:10Z");
        assertThat(live.path("business_day").textValue()).isEqualTo("2026-11-22");
        assertThat(live.path("occupancy").path("capacity").intValue()).isEqualTo(120);
        assertThat(live.path("occupancy").path("raw").doubleValue())
                .isEqualTo(live.path("occupancy").path("value").doubleValue() + 6);
        for (String name :
                List.of("occupancy", "arrivals_last_60m", "first_seen_last_60m", "footfall_today", "dwell_today")) {
            assertThat(live.path(name).fieldNames())
                    .toIterable()
                    .contains("value", "low", "high", "completeness", "state", "reason", "reasons", "compare");
            for (String reference : List.of("yesterday", "last_week", "last_four")) {
                assertThat(live.path(name).path("compare").path(reference).fieldNames())
                        .toIterable()
                        .containsExactly("value", "delta", "delta_ratio");
            }
        }
        assertThat(live.path("sensors").toString()).isEqualTo("{\"ok\":4,\"total\":4}");
        assertThat(live.path("relay").toString()).isEqualTo("{\"pending\":0,\"oldest_s\":null}");
        assertThat(live.path("alerts").isArray()).isTrue();
        assertThat(live.path("opening").path("open_now").booleanValue()).isTrue();
        assertThat(live.path("zones")).hasSize(5);
    }

    @Test
    void whatIsNotKnownIsNullWithAReason() throws IOException {
        server.view.change(server.figures.nothingYet(ApiServer.NOW));

        JsonNode live = json("/api/v1/live");

        assertThat(live.path("occupancy").path("value").isNull()).isTrue();
        assertThat(live.path("occupancy").path("reason").textValue()).isEqualTo("no sensor counts at a door");
        assertThat(live.path("footfall_today")
                        .path("compare")
                        .path("yesterday")
                        .path("delta")
                        .isNull())
                .isTrue();
        assertThat(live.path("last_event").isNull()).isTrue();
    }

    @Test
    void openExceptionsAreInLiveAndInAlerts() throws IOException {
        var window = new Window(ApiServer.NOW.minusSeconds(900), ApiServer.NOW);
        var alert = new Alert(
                Metric.FOOTFALL,
                Scope.STORE,
                window,
                85.0,
                20.0,
                81.0,
                Alert.Kind.DATA_QUALITY,
                ApiServer.NOW,
                new LooksReal(),
                true);
        restart(ApiServer.Setup.USUAL.alerts(() -> List.of(new StoredAlert(alert, null))));

        JsonNode alerts = json("/api/v1/alerts").path("alerts");

        assertThat(alerts.toString())
                .isEqualTo(
                        "[{\"id\":\"data-quality.footfall.store.20261122t061710z\",\"metric\":\"footfall\",\"scope\":\"store\","
                                + "\"start\":\"2026-11-22T06:17:10Z\",\"end\":\"2026-11-22T06:32:10Z\",\"value\":85,\"low\":20,"
                                + "\"high\":81,\"kind\":\"data-quality\",\"raised_at\":\"2026-11-22T06:32:10Z\",\"reason\":\"it looks real: every sensor is heard.\",\"open\":true,\"acknowledgement\":null,"
                                + "\"reasons\":[{\"code\":\"looks-real\",\"values\":{}}]}]");
        assertThat(json("/api/v1/live").path("alerts")).isEqualTo(alerts);
    }

    @Test
    void heatLedgerSensorsAndStoreAreServed() throws IOException {
        server.view.grid(new HeatGrid(0.5, 2, 1, new double[] {1.25, 0}));
        server.view.ledger(List.of(new LedgerLine("mqtt-listener", 10, 6, 1, 1, 1, 1)));
        server.view.sensors(List.of(new SensorHealth(
                "door-1", "native", true, "ok", ApiServer.NOW, 2.5, 10, 1, 1, 1, -0.5, List.of(), List.of())));

        assertThat(server.get("/api/v1/heatmap").body())
                .isEqualTo("{\"from\":\"2026-11-21T20:00:00Z\",\"to\":\"2026-11-22T20:00:00Z\",\"cell_m\":0.5,"
                        + "\"columns\":2,\"rows\":1,\"person_seconds\":[1.25,0]}");
        assertThat(json("/api/v1/ledger").path("ledger").toString())
                .isEqualTo(
                        "[{\"source\":\"mqtt-listener\",\"received\":10,\"counted\":6,\"duplicate\":1,\"rejected\":1,"
                                + "\"shed\":1,\"quarantined\":1,\"difference\":0}]");
        assertThat(json("/api/v1/sensors")
                        .path("sensors")
                        .path(0)
                        .path("clock_skew_s")
                        .doubleValue())
                .isEqualTo(-0.5);
        JsonNode store = json("/api/v1/store");
        assertThat(store.path("time_zone").textValue()).isEqualTo("Asia/Shanghai");
        assertThat(store.path("languages").toString()).isEqualTo("[\"en\",\"zh\"]");
        assertThat(store.path("zones").path(3).path("polygon").toString()).isEqualTo("[[0,0],[8,0],[8,6],[0,6]]");
        assertThat(store.path("privacy").toString())
                .isEqualTo(
                        "{\"keep_days\":30,\"key_rotation\":\"daily\",\"small_cell_floor\":10,\"returning_days\":0}");
        assertThat(store.path("floor_plan").toString()).isEqualTo("{\"width_m\":40,\"height_m\":25,\"image\":null}");
    }

    @Test
    void thePublicPagesAreServedAndTheChartLibraryIsKeptForADay() {
        for (String page : List.of("/door", "/privacy")) {
            assertThat(server.get(page).statusCode()).as(page).isEqualTo(200);
            assertThat(server.get(page).headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        }
        HttpResponse<String> charts = server.get("/kiosk/lib/echarts.js");

        assertThat(charts.statusCode()).isEqualTo(200);
        assertThat(charts.headers().firstValue("Cache-Control")).hasValue("private, max-age=86400");
        assertThat(server.get("/kiosk/kiosk.js").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @Test
    void machinesGetHealthAndMetrics() {
        assertThat(server.get("/metrics").body()).isEqualTo("footfall_up 1.0\n");
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");

        restart(ApiServer.Setup.USUAL.notReady("the journal is still being folded", "the listener is down"));

        HttpResponse<String> ready = server.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("the journal is still being folded; the listener is down");
    }

    @Test
    void anUnknownAddressIsAProblemDocument() {
        HttpResponse<String> answer = server.get("/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:footfall:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                                + "\"detail\":\"There is nothing at [/api/v1/nothing]; /api/v1/openapi.yaml lists what there is\"}");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/live").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void headGivesTheHeadersOnly() {
        for (String path : List.of("/", "/api/v1/live", "/api/v1/measurements", "/metrics")) {
            HttpResponse<String> answer = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).isEmpty();
        }
    }

    @Test
    void aFaultOfOursIsAProblemDocumentWithoutItsStackTrace() {
        server.view.breakWith(new IllegalStateException("secret detail"));

        HttpResponse<String> answer = server.get("/api/v1/measurements");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("urn:footfall:problem:internal").doesNotContain("secret");
    }

    @Test
    void anAddressThatCannotBeReadIsAProblemToo() {
        HttpResponse<String> answer = server.get("/api/v1/measurements?metric=%ff%fe&from=%20");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : List.of("/", "/api/v1/live", "/nothing", "/api/v1/measurements?x=1")) {
            var headers = server.get(path).headers();
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("x-content-type-options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("referrer-policy")).as(path).hasValue("no-referrer");
        }
        assertThat(server.get("/api/v1/live").headers().firstValue("cache-control"))
                .hasValue("no-store");
    }

    @Test
    void assetsAreSentOnceAndCompressed() {
        HttpResponse<String> first = server.get("/kiosk/kiosk.js", "Accept-Encoding", "gzip");
        String etag = first.headers().firstValue("etag").orElse("");

        HttpResponse<String> second = server.get("/kiosk/kiosk.js", "If-None-Match", etag);

        assertThat(first.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(etag).startsWith("W/\"");
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @Test
    void othersCanAddRoutesBehindTheGate() {
        restart(ApiServer.Setup.USUAL.mount(router -> router.post("/ingest/:driver/:sensor")
                .handler(request -> request.response().setStatusCode(204).end().onFailure(request::fail))));

        HttpRequest.Builder post = server.request("/ingest/native/door-1").POST(BodyPublishers.ofString("{}"));

        assertThat(server.send(post).statusCode()).isEqualTo(204);
        assertThat(server.get("/ingest/native/door-1").statusCode()).isEqualTo(405);
    }

    @Test
    void figuresThatAreNotValidSayHowMuchIsMissing() throws IOException {
        server.view.change(server.figures.at(ApiServer.NOW, State.DEGRADED, SampleFigures.SILENT, true));

        JsonNode figure = json("/api/v1/live").path("footfall_today");

        assertThat(figure.path("state").textValue()).isEqualTo("degraded");
        assertThat(figure.path("completeness").doubleValue()).isEqualTo(0.64);
        assertThat(figure.path("reason").textValue()).isEqualTo("door-2 silent 13:05–14:10");
    }

    private JsonNode json(String path) throws IOException {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        return MAPPER.readTree(answer.body());
    }

    private void restart(ApiServer.Setup setup) {
        server.close();
        server = new ApiServer(setup);
    }

    @Test
    void aDistributionOfStaysSaysItsCoverageAndIsWithheldWhereFewAreKnown() {
        server.view.stays(SampleRows.stays());
        String body = server.get("/api/v1/stays").body();

        assertThat(body)
                .contains(
                        "\"bins_from_s\":[0,15,30,60,120,240,480,960,1920,3840,7680]",
                        "\"scope\":\"store\",\"basis\":\"wifi\",\"visits\":260,\"n\":202,\"covered\":0.776923",
                        "\"counts\":[2.5,4,9.5,21,38,52,41,24,8,2,0]",
                        "\"scope\":\"zone:shoes\",\"basis\":\"camera\",\"visits\":6,\"n\":6,\"covered\":1,\"counts\":null");
        assertThat(server.get("/api/v1/stays?from=x").statusCode()).isEqualTo(400);
    }
}
