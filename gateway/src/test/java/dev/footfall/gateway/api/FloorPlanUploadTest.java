package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of the floor from its upload to its way back. */
class FloorPlanUploadTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 500\"/>";

    @TempDir
    Path folder;

    private ApiServer server = new ApiServer();

    @BeforeEach
    void start() {
        server.close();
        server = new ApiServer(ApiServer.Setup.USUAL
                .folder(folder)
                .access(new AccessPolicy(null, null, new AccessToken("manager"), null))
                .setUp(SampleSetUp.in(folder)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPictureIsUploadedShownPutInForceAndTakenBack() throws IOException {
        JsonNode uploaded = json(upload("image/svg+xml", svg(800)));
        String image = uploaded.path("image").textValue();
        assertThat(image).matches("floor-plan-[0-9a-f]{16}\\.svg");
        assertThat(uploaded.path("height").doubleValue()
                        / uploaded.path("width").doubleValue())
                .isEqualTo(0.625);
        assertThat(server.get("/api/v1/floor-plan?image=" + image).body()).isEqualTo(new String(svg(800), UTF_8));
        assertThat(server.get("/api/v1/floor-plan").statusCode()).isEqualTo(404);

        JsonNode before = json(send("GET", "", "", ""));
        HttpResponse<String> applied = put(before, image, "40", "25");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        JsonNode plan = json(server.get("/api/v1/store")).path("floor_plan");
        assertThat(plan.path("image").textValue()).isEqualTo("/api/v1/floor-plan?image=" + image);
        HttpResponse<String> shown = server.get("/api/v1/floor-plan");
        assertThat(shown.headers().allValues("content-security-policy").toString())
                .contains("sandbox");
        assertThat(Files.readString(folder.resolve("store.yaml"))).contains("image: " + image);

        String version = json(applied).path("version").textValue();
        HttpResponse<String> restored =
                send("POST", "/restoration", "{\"version\":" + before.path("version") + "}", version);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(json(server.get("/api/v1/store"))
                        .path("floor_plan")
                        .path("image")
                        .isNull())
                .isTrue();
        assertThat(folder.resolve(image)).exists();
    }

    @Test
    void aPlanThatIsTooSmallForItsZonesIsToldBeforeItIsApplied() throws IOException {
        String image = json(upload("image/svg+xml", svg(800))).path("image").textValue();
        HttpResponse<String> answer = put(json(send("GET", "", "", "")), image, "8", "5");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("zones[0].polygon", "must lie inside the floor plan, 0 to 8 by 0 to 5");
        assertThat(Files.readString(folder.resolve("store.yaml"))).isEqualTo(SampleSetUp.YAML);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedWithItsCode() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        HttpResponse<String> told = upload("image/png", large);
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(json(told).path("code").textValue()).isEqualTo("too-large");
        assertThat(json(told).path("values").path("size").textValue()).isEqualTo("20.0");
        HttpResponse<String> untold = server.send(
                server.request(FloorPlanUpload.PATH, "Authorization", "Bearer manager", "Content-Type", "image/png")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        assertThat(untold.statusCode()).isEqualTo(413);
        assertThat(json(untold).path("code").textValue()).isEqualTo("too-large");

        HttpResponse<String> script = upload(
                "image/svg+xml",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script/></svg>".getBytes(UTF_8));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(json(script).path("values").path("part").textValue()).isEqualTo("script");
        assertThat(json(script).path("detail").textValue()).contains("remove it");
        assertThat(upload("multipart/form-data; boundary=x", svg(800)).statusCode())
                .isEqualTo(415);
        assertThat(pictures()).isEmpty();
    }

    @Test
    void anOldPictureThatNothingNamesIsRemovedAndOneThatAnEarlierVersionNamesIsKept() throws IOException {
        String first = json(upload("image/svg+xml", svg(800))).path("image").textValue();
        HttpResponse<String> applied = put(json(send("GET", "", "", "")), first, "40", "25");
        JsonNode after = json(applied);
        put(after, json(upload("image/svg+xml", svg(801))).path("image").textValue(), "40", "25");
        for (int width = 802; width < 820; width++) {
            assertThat(upload("image/svg+xml", svg(width)).statusCode()).isEqualTo(200);
        }

        assertThat(pictures()).contains(first).hasSizeLessThan(13);
    }

    @Test
    void othersNamesAreNoWayIntoTheFolder() {
        for (String name : List.of("store.yaml", "../store.yaml", "earlier", "floor-plan-0123456789abcdef.png")) {
            assertThat(server.get("/api/v1/floor-plan?image=" + name).statusCode())
                    .isEqualTo(404);
        }
    }

    private List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("floor-plan"))
                    .toList();
        }
    }

    private HttpResponse<String> put(JsonNode present, String image, String width, String height) {
        ObjectNode draft = (ObjectNode) present.path("draft");
        draft.putObject("floor_plan").put("image", image).put("width_m", width).put("height_m", height);
        return send("PUT", "", draft.toString(), present.path("version").textValue());
    }

    private HttpResponse<String> upload(String type, byte[] bytes) {
        return server.send(server.request(FloorPlanUpload.PATH, "Authorization", "Bearer manager", "Content-Type", type)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> send(String method, String path, String body, String version) {
        return server.send(server.request(
                        "/api/v1/setup" + path, "Authorization", "Bearer manager", "If-Match", '"' + version + '"')
                .method(method, BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static byte[] svg(int width) {
        return String.format(SVG, width).getBytes(UTF_8);
    }
}
