package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The set-up over HTTP. */
class SetUpApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/setup";

    @TempDir
    Path folder;

    private ApiServer server = new ApiServer();

    @BeforeEach
    void start() {
        server.close();
        server = new ApiServer(ApiServer.Setup.USUAL
                .access(new AccessPolicy(null, null, new AccessToken("manager"), new AccessToken("technician")))
                .setUp(SampleSetUp.in(folder)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDraftIsShownPutInForceAndTakenBack() throws IOException {
        JsonNode before = JSON.readTree(get().body());
        ObjectNode draft = (ObjectNode) before.path("draft");
        draft.put("capacity", "90");

        JsonNode preview = JSON.readTree(post(PATH + "/preview", draft).body());
        assertThat(preview.path("problems")).isEmpty();
        assertThat(preview.path("difference").toString())
                .contains(
                        "\"-  capacity: 120   # by the fire brigade\"", "\"+  capacity: 90   # by the fire brigade\"");

        String stale = before.path("version").textValue();
        HttpResponse<String> applied = put(draft, stale);
        String version = JSON.readTree(applied.body()).path("version").textValue();
        assertThat(applied.statusCode()).isEqualTo(200);
        assertThat(applied.headers().firstValue("etag")).hasValue('"' + version + '"');
        assertThat(JSON.readTree(server.get("/api/v1/store").body())
                        .path("capacity")
                        .intValue())
                .isEqualTo(90);
        assertThat(JSON.readTree(server.get("/api/v1/live").body())
                        .path("configuration")
                        .textValue())
                .isEqualTo(version);
        JsonNode earlier = JSON.readTree(applied.body()).path("earlier").path(0);
        assertThat(earlier.path("replaced_by").textValue()).isEqualTo("manager");

        HttpResponse<String> restored = send(
                "POST", PATH + "/restoration", "{\"version\":" + earlier.path("version") + "}", "manager", version);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(Files.readString(folder.resolve("store.yaml"))).isEqualTo(SampleSetUp.YAML);
    }

    @Test
    void theSecondOfTwoIsToldWhatToDo() throws IOException {
        JsonNode before = JSON.readTree(get().body());
        ObjectNode draft = (ObjectNode) before.path("draft");
        String version = before.path("version").textValue();
        put(draft.put("capacity", "90"), version);
        HttpResponse<String> second = put(draft.put("capacity", "80"), version);

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("set-up-changed", "[manager] changed it last", "on top of theirs");
        assertThat(second.headers().firstValue("etag").orElseThrow()).isNotEqualTo('"' + version + '"');
        assertThat(put(draft, second.headers().firstValue("etag").orElseThrow().replace("\"", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyProblemIsToldBeforeAndInsteadOfApplying() throws IOException {
        JsonNode before = JSON.readTree(get().body());
        ObjectNode draft = (ObjectNode) before.path("draft");
        draft.put("capacity", "-1");
        ((ObjectNode) draft.path("zones").path(0)).putArray("polygon").add(JSON.readTree("[0,0]"));
        JsonNode preview = JSON.readTree(post(PATH + "/preview", draft).body());

        assertThat(preview.path("problems").findValuesAsText("key")).contains("store.capacity", "zones[0].polygon");
        assertThat(preview.path("problems").findValuesAsText("code")).contains("whole-from", "corners");
        assertThat(preview.path("problems").toString()).contains("\"values\":{\"most\":\"500\",\"n\":\"1\"}");
        HttpResponse<String> refused = put(draft, before.path("version").textValue());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("wrong-set-up", "zones[0].polygon", "it must have 3 to 500");
        assertThat(Files.readString(folder.resolve("store.yaml"))).isEqualTo(SampleSetUp.YAML);
    }

    @ParameterizedTest
    @CsvSource({"technician, 403", "wrong, 401"})
    void onlyManagersSeeAndChangeIt(String token, int status) {
        assertThat(send("GET", PATH, "", token, "").statusCode()).isEqualTo(status);
        assertThat(send("PUT", PATH, "{}", token, "x").statusCode()).isEqualTo(status);
        assertThat(send("POST", FloorPlanUpload.PATH, "{}", token, "").statusCode())
                .isEqualTo(status);
        assertThat(send("POST", PATH + "/preview", "{}", token, "").statusCode())
                .isEqualTo(status);
        assertThat(send("POST", PATH + "/restoration", "{}", token, "x").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|capacity must be text|",
                "[]|must be a JSON object|",
                "{\"capacity\":\"\",\"floor_plan\":{\"image\":\"\",\"width_m\":\"\",\"height_m\":\"\"},\"hours\":{\"mon\":1},\"exceptions\":{},\"zones\":[{\"polygon\":[[1]]}],\"lines\":[1],\"places\":{\"a\":[1,2,3]}}"
                        + "|hours.mon|zones[0].polygon[0]"
            })
    void whatIsNoDraftIsRefusedByShape(String body, String told, String more) {
        HttpResponse<String> answer = send("PUT", PATH, body, "manager", "x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("[] ", "")).contains(told, more == null ? "" : more);
    }

    @Test
    void whatIsSentAsAFormIsRefusedAndSaidSo() {
        HttpResponse<String> answer = server.send(server.request(
                        PATH + "/preview",
                        "Authorization",
                        "Bearer manager",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("x".repeat(20_000))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Type: application/json");
    }

    @Test
    void aChangeMustSayWhatItWasMadeFrom() {
        HttpResponse<String> answer = server.send(
                server.request(PATH, "Authorization", "Bearer manager").PUT(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.body()).contains("If-Match");
    }

    private HttpResponse<String> get() {
        return send("GET", PATH, "", "manager", "");
    }

    private HttpResponse<String> put(JsonNode draft, String version) {
        return send("PUT", PATH, draft.toString(), "manager", version);
    }

    private HttpResponse<String> post(String path, JsonNode body) {
        return send("POST", path, body.toString(), "manager", "");
    }

    private HttpResponse<String> send(String method, String path, String body, String token, String version) {
        return server.send(server.request(path, "Authorization", "Bearer " + token, "If-Match", '"' + version + '"')
                .method(method, BodyPublishers.ofString(body)));
    }
}
