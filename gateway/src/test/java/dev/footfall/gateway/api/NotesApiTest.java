package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts by hand and event markers over HTTP, as {@code openapi.yaml} says. */
class NotesApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String COUNT = """
            {"id":"count-0001","scope":"entrance:main","start":"2026-11-22T06:10:00.400Z","seconds":600,
             "in":40,"out":0,"owner":" Li Wei ","note":"children left out"}""";

    private final ApiServer server =
            new ApiServer(ApiServer.Setup.USUAL.access(new AccessPolicy(null, null, new AccessToken("the-secret"))));
    private final ApiDocument document =
            new ApiDocument(server.get("/api/v1/openapi.yaml").body());

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String path, String body) {
        return server.send(asManager(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder asManager(String path) {
        return server.request(path, "Authorization", "Bearer the-secret", "Content-Type", "application/json");
    }

    @Test
    void aCountIsKeptOnceAndAnsweredWithBiasIntervalAndHowManyMore() throws IOException {
        HttpResponse<String> first = post("/api/v1/audits", COUNT);
        post("/api/v1/audits", COUNT.replace("40", "41"));

        JsonNode told = MAPPER.readTree(first.body());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(told.path("end").textValue()).isEqualTo("2026-11-22T06:20:00Z");
        assertThat(told.path("owner").textValue()).isEqualTo("Li Wei");
        assertThat(told.path("in").path("bias").doubleValue()).isEqualTo(-0.05);
        assertThat(told.path("in").path("low").doubleValue()).isLessThan(-0.05);
        assertThat(told.path("in").path("count_more").intValue()).isGreaterThan(100);
        assertThat(told.path("out").path("bias").isNull()).isTrue();
        assertThat(told.path("out").path("reason").textValue()).contains("does not know");
        HttpResponse<String> all = server.get("/api/v1/audits");
        assertThat(MAPPER.readTree(all.body()).path("audits")).hasSize(1);
        assertThat(document.violations("/api/v1/audits", 200, "application/json", all.body()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entrance:main        | entrance:side        | scope [entrance:side] must be store or entrance:ID of a configured entrance
            2026-11-22T06:10:00.400Z | 2026-11-22T06:30:00Z | start [2026-11-22T06:30:00Z] must be so long ago that the count is over
            2026-11-22T06:10:00.400Z | 2026-09-22T06:30:00Z | start [2026-09-22T06:30:00Z] must be after
            2026-11-22T06:10:00.400Z | noon                 | start [noon] must be an RFC 3339 instant
            "in":40              | "in":-1              | in [-1] must be a whole number from 0 to 100000
            600                  | 0                    | seconds [0] must be a whole number from 1 to 43200
            count-0001           | ../1                 | id [../1] must be 8 to 64 letters
            Li Wei               | ''                   | owner [] must name who counted
            """)
    void aCountThatCannotBeIsToldWhy(String part, String instead, String problem) {
        HttpResponse<String> answer = post("/api/v1/audits", COUNT.replace(part, instead));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(problem);
    }

    @Test
    void onlyAManagerWrites() {
        assertThat(server.send(server.request("/api/v1/audits").POST(BodyPublishers.ofString(COUNT)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.request("/api/v1/events").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.request("/api/v1/events/1").DELETE()).statusCode())
                .isEqualTo(401);
        assertThat(server.send(asManager("/api/v1/audits").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void anEventIsAddedListedAndRemoved() throws IOException {
        HttpResponse<String> added =
                post("/api/v1/events", "{\"name\":\"双11\",\"from\":\"2026-11-09\",\"to\":\"2026-11-11\"}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        long id = MAPPER.readTree(added.body()).path("id").longValue();
        HttpResponse<String> all = server.get("/api/v1/events");
        assertThat(MAPPER.readTree(all.body()).path("events").toString())
                .isEqualTo("[{\"id\":" + id + ",\"name\":\"双11\",\"from\":\"2026-11-09\",\"to\":\"2026-11-11\"}]");
        assertThat(document.violations("/api/v1/events", 200, "application/json", all.body()))
                .isEmpty();
        assertThat(server.send(asManager("/api/v1/events/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.send(asManager("/api/v1/events/" + id).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEventThatEndsBeforeItBeginsIsToldSo() {
        assertThat(post("/api/v1/events", "{\"name\":\"x\",\"from\":\"2026-11-09\",\"to\":\"2026-11-08\"}")
                        .body())
                .contains("to [2026-11-08] must not be before from, 2026-11-09");
        assertThat(post("/api/v1/events", "{\"name\":\" \",\"from\":\"2026-11-31\",\"to\":\"2026-11-30\"}")
                        .body())
                .contains("name [] must say what happened", "from [2026-11-31] must be a date");
    }
}
