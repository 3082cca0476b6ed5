package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests from elsewhere are played by the header that a proxy adds: the gate must treat them alike. */
class AccessGateTest {
    private static final String[] FROM_ELSEWHERE = {"X-Forwarded-For", "192.0.2.7"};
    private static final AccessPolicy TOKENS =
            new AccessPolicy(new AccessToken("see-the-figures"), new AccessToken("push-a-count"));
    private ApiServer server = new ApiServer(ApiServer.Setup.USUAL
            .access(TOKENS)
            .mount(router -> router.post("/ingest/:driver/:sensor")
                    .handler(request ->
                            request.response().setStatusCode(204).end().onFailure(request::fail))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thisMachineReadsWithoutAToken() {
        assertThat(server.get("/api/v1/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, 200",
        "LOCALHOST, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "evil.example:8080, 421",
        "localhost.evil.example, 421",
        "192.168.1.5, 421"
    })
    void withoutATokenOnlyNamesOfThisMachineAreAnswered(String host, int status) throws IOException {
        assertThat(raw("GET /api/v1/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/store",
                "/api/v1/audits",
                "/api/v1/live",
                "/api/v1/live/events",
                "/metrics",
                "/health/ready"
            })
    void fromElsewhereATokenIsRequired(String path) {
        HttpResponse<String> answer = server.get(path, FROM_ELSEWHERE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(answer.body())
                .contains("urn:footfall:problem:token-required")
                .doesNotContain("see-the");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/privacy", "/api/v1/privacy", "/door", "/kiosk/privacy.js", "/kiosk/page.js"})
    void whatHoldsNoFigureIsOpenToEverybody(String path) {
        assertThat(server.get(path, FROM_ELSEWHERE).statusCode()).isEqualTo(200);
        assertThat(server.get(path, FROM_ELSEWHERE).body()).doesNotContain("occupancy\":", "polygon\":");
    }

    @Test
    void aDoorDisplayIsHungUpWithOneLink() {
        HttpResponse<String> welcome = server.get("/door?token=see-the-figures&lang=zh", FROM_ELSEWHERE);

        assertThat(welcome.statusCode()).isEqualTo(303);
        assertThat(welcome.headers().firstValue("location")).hasValue("/door?lang=zh");
        assertThat(server.get("/door?token=wrong", FROM_ELSEWHERE).statusCode()).isEqualTo(401);
    }

    @Test
    void aPersonInABrowserIsToldWhatToDo() {
        HttpResponse<String> answer =
                server.get("/", "X-Forwarded-For", "192.0.2.7", "Accept", "text/html,application/xhtml+xml");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).contains("This screen needs its access link", "此屏幕需要访问链接");
    }

    @Test
    void theRightTokenOpensAndAnotherDoesNot() {
        assertThat(elsewhere("/api/v1/live", "Bearer see-the-figures")).isEqualTo(200);
        assertThat(elsewhere("/api/v1/live", "bearer see-the-figures")).isEqualTo(200);
        assertThat(elsewhere("/api/v1/live", "Bearer push-a-count")).isEqualTo(401);
        assertThat(elsewhere("/api/v1/live", "Bearer ")).isEqualTo(401);
        assertThat(elsewhere("/api/v1/live", "see-the-figures")).isEqualTo(401);
    }

    @Test
    void aLinkWithTheTokenBecomesACookieAndLeavesTheAddress() {
        HttpResponse<String> welcome = server.get("/?token=see-the-figures&lang=zh", "X-Forwarded-For", "192.0.2.7");
        String cookie = welcome.headers().firstValue("set-cookie").orElse("");

        assertThat(welcome.statusCode()).isEqualTo(303);
        assertThat(welcome.headers().firstValue("location")).hasValue("/?lang=zh");
        assertThat(cookie).contains("HTTPOnly", "SameSite=Lax", "Path=/").doesNotContain("see-the-figures");
        String sent = cookie.substring(0, cookie.indexOf(';'));
        assertThat(server.get("/api/v1/live", "X-Forwarded-For", "192.0.2.7", "Cookie", sent)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/live", "X-Forwarded-For", "192.0.2.7", "Cookie", sent + "0")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?token=wrong", "/?token=", "/?token=wrong&token=see-the-figures"})
    void aLinkWithAWrongTokenOpensNothing(String path) {
        HttpResponse<String> answer = server.get(path, FROM_ELSEWHERE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void theLinkNeverLeadsElsewhere() {
        assertThat(server.get("/?token=see-the-figures&lang=%2F%2Fevil.example")
                        .headers()
                        .firstValue("location"))
                .hasValue("/");
    }

    @Test
    void withoutAConfiguredTokenNobodyElseGetsIn() {
        server.close();
        server = new ApiServer();

        assertThat(elsewhere("/api/v1/live", "Bearer ")).isEqualTo(401);
        assertThat(server.get("/?token=", FROM_ELSEWHERE).body()).contains("Set FOOTFALL_VIEWER_TOKEN to allow others");
    }

    @Test
    void devicesPushWithTheirOwnToken() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("camera:push-a-count".getBytes(UTF_8));

        assertThat(push()).isEqualTo(204);
        assertThat(push(FROM_ELSEWHERE)).isEqualTo(401);
        assertThat(push("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer push-a-count"))
                .isEqualTo(204);
        assertThat(push("X-Forwarded-For", "192.0.2.7", "Authorization", basic)).isEqualTo(204);
        assertThat(push("X-Forwarded-For", "192.0.2.7", "Authorization", "Basic %%%"))
                .isEqualTo(401);
        assertThat(push("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer see-the-figures"))
                .isEqualTo(401);
    }

    @Test
    void aWebPageOfAnotherSiteCannotPushThroughABrowserThatStandsHere() {
        assertThat(push("Origin", "http://evil.example")).isEqualTo(403);
        assertThat(push("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(push("Origin", "null")).isEqualTo(403);
        assertThat(push("Origin", "http://127.0.0.1:" + server.port(), "Sec-Fetch-Site", "same-origin"))
                .isEqualTo(204);
    }

    private int elsewhere(String path, String authorization) {
        return server.get(path, "X-Forwarded-For", "192.0.2.7", "Authorization", authorization)
                .statusCode();
    }

    private int push(String... headers) {
        return server.send(server.request("/ingest/native/door-1", headers).POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
