package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.alert.Alert;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.SensorReason;
import dev.footfall.reason.SpaceReason.UpwardSteps;
import dev.footfall.reason.UnusualReason.FaultLikely;
import dev.footfall.reason.Word;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document and the server must say the same. */
class OpenApiTest {
    private static final Window WINDOW = new Window(ApiServer.NOW.minusSeconds(900), ApiServer.NOW);

    @TempDir
    static Path folder;

    private final ApiServer server = new ApiServer(ApiServer.Setup.USUAL
            .access(new AccessPolicy(null, null, new AccessToken("manager")))
            .setUp(SampleSetUp.in(folder))
            .alerts(() -> List.of(new StoredAlert(
                    new Alert(
                            Metric.DWELL_MEAN,
                            Scope.STORE,
                            WINDOW,
                            null,
                            null,
                            81.5,
                            Alert.Kind.ANOMALY,
                            ApiServer.NOW,
                            new FaultLikely(SampleFigures.SILENT),
                            true),
                    null)))
            .mount(router -> {
                router.post("/ingest/:driver/:sensor")
                        .handler(request ->
                                request.response().setStatusCode(204).end().onFailure(request::fail));
                router.get("/ingest/:driver/:sensor").handler(request -> request.fail(405));
            }));
    private final ApiDocument document =
            new ApiDocument(server.get("/api/v1/openapi.yaml").body());

    @BeforeEach
    void fillTheStore() {
        server.view.rows(rows());
        server.view.stays(SampleRows.stays());
        server.view.ledger(List.of(new LedgerLine("mqtt-listener", 10, 6, 1, 1, 1, 1)));
        var refused = new SensorHealth.Refused(ApiServer.NOW, "em/1/status", "not-json", "not JSON", "…");
        server.view.sensors(List.of(
                new SensorHealth(
                        "door-1",
                        "native",
                        true,
                        "ok",
                        ApiServer.NOW,
                        1.5,
                        9,
                        1,
                        1,
                        1,
                        -0.25,
                        List.of(new SensorHealth.Remark("blocked", new SensorReason.BeamBlocked(Word.OUTER, 12))),
                        List.of(refused)),
                new SensorHealth("ap-9", "", false, "never", null, null, 0, 0, 0, 0, null, List.of(), List.of())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsServedIsDocumentedAndWhatIsDocumentedIsServed() {
        Set<String> served = new TreeSet<>();
        for (Route route : server.router.getRoutes()) {
            if (route.methods() != null && route.getPath() != null) {
                route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .forEach(method -> served.add(method + " " + template(route.getPath())));
            }
        }
        Set<String> documented = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> documented.add(
                            HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)) + " " + path.getKey()));
        }

        assertThat(served)
                .contains("GET /api/v1/live", "POST /ingest/{driver}/{sensor}")
                .isEqualTo(documented);
    }

    private static String template(String path) {
        return path.startsWith(KioskAssets.FOLDER)
                ? KioskAssets.FOLDER + "{file}"
                : path.replaceAll(":([a-z]+)", "{$1}");
    }

    @Test
    void answersFitTheirSchemas() {
        for (LiveFigures live : List.of(
                server.figures.at(ApiServer.NOW),
                server.figures.nothingYet(ApiServer.NOW),
                server.figures.at(ApiServer.NOW, State.INVALID, SampleFigures.SILENT, false),
                server.figures.at(ApiServer.NOW.plusSeconds(12 * 3600), State.CLOSED, null, true))) {
            server.view.change(live);
            for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
                JsonNode types = document.response(path.getKey(), "get", 200).path("content");
                if (types.has("application/json") && !path.getKey().contains("{")) {
                    HttpResponse<String> answer = server.get(path.getKey(), "Authorization", "Bearer manager");
                    assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
                    assertThat(document.violations(path.getKey(), 200, "application/json", answer.body()))
                            .as(path.getKey() + " " + answer.body())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void answersHaveADocumentedType() {
        for (String path :
                List.of("/", "/metrics", "/api/v1/openapi.yaml", "/api/v1/live/events", "/api/v1/measurements")) {
            String accept = path.endsWith("measurements") ? "text/csv" : "*/*";
            HttpResponse<?> answer = path.endsWith("events") ? headersOf(path) : server.get(path, "Accept", accept);
            String type = answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
            assertThat(document.response(path, "get", 200).path("content").has(type))
                    .as(path + " " + type)
                    .isTrue();
        }
    }

    private HttpResponse<?> headersOf(String path) {
        try (var events = new EventStream(server)) {
            assertThat(events.response().uri().getPath()).isEqualTo(path);
            return events.response();
        }
    }

    @Test
    void problemsFitTheirSchema() {
        HttpResponse<String> bad = server.get("/api/v1/measurements?metric=x&from=y");
        HttpResponse<String> missing = server.get("/api/v1/floor-plan");

        assertThat(document.violations("/api/v1/measurements", 400, "application/problem+json", bad.body()))
                .isEmpty();
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(document.violations("/api/v1/floor-plan", 404, "application/problem+json", missing.body()))
                .isEmpty();
    }

    @Test
    void anAnswerThatDoesNotFitIsFound() {
        String live = server.get("/api/v1/live").body();

        for (String wrong : List.of(
                live.replace("\"at\":", "\"moment\":"),
                live.replaceFirst("\"state\":\"valid\"", "\"state\":\"fine\""),
                live.replaceFirst("\"raw\":[0-9.]+", "\"raw\":\"many\""),
                live.replaceFirst("\"delta_ratio\"", "\"ratio\""))) {
            assertThat(document.violations("/api/v1/live", 200, "application/json", wrong))
                    .isNotEmpty();
        }
    }

    @Test
    void everyFieldIsExplained() {
        List<String> silent = new ArrayList<>();
        collectSilent(document.root(), "", silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void noKeyStandsWithoutAValue() {
        assertThat(document.root().toString()).doesNotContain(":null");
    }

    private void collectSilent(JsonNode node, String at, List<String> silent) {
        for (Map.Entry<String, JsonNode> field : node.path("properties").properties()) {
            JsonNode reference = field.getValue().path("$ref");
            boolean told = field.getValue().has("description")
                    || (!reference.isMissingNode()
                            && document.root()
                                    .at(reference.textValue().substring(1))
                                    .has("description"));
            if (!told) {
                silent.add(at + "/" + field.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            collectSilent(child.getValue(), at + "/" + child.getKey(), silent);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectSilent(node.get(i), at + "/" + i, silent);
        }
    }

    private static List<Measurement> rows() {
        List<Measurement> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Basis basis : Basis.values()) {
                rows.add(new Measurement(
                        metric,
                        new Scope.Flow("a", "b"),
                        Grain.QUARTER,
                        WINDOW,
                        1.5,
                        1.0,
                        null,
                        0.25,
                        State.ESTIMATED,
                        new UpwardSteps(),
                        basis,
                        2));
            }
        }
        return rows;
    }
}
