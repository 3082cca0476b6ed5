package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.access.Attempts;
import dev.footfall.gateway.access.Sessions;
import dev.footfall.gateway.api.LogIn.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in, and what a session may do. */
class SessionApiTest {
    private static final String[] OURS = {"X-Footfall-Request", "kiosk"};
    private static final String ACKNOWLEDGE = "/api/v1/alerts/x/acknowledgement";

    private final AtomicLong nanos = new AtomicLong();
    private final List<Outcome> counted = new CopyOnWriteArrayList<>();
    private final ApiServer server = new ApiServer(ApiServer.Setup.USUAL
            .alerts(new Acknowledging())
            .access(new AccessPolicy(
                    null, null, new AccessToken("managers-token"), new AccessToken("technicians-token")))
            .logIn(new LogIn(SamplePeople.STAFF, new Sessions(nanos::get), new Attempts(nanos::get), counted::add)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aManagerWhoLoggedInMayWriteUntilTheyLogOut() {
        HttpResponse<String> answer = logIn(SamplePeople.MANAGER, SamplePeople.PIN);
        String cookie = cookie(answer);

        assertThat(answer.body()).isEqualTo("{\"role\":\"manager\",\"name\":\"Li Wei\",\"ends_in_s\":900}");
        assertThat(server.get("/api/v1/session", "Cookie", cookie).body()).contains("\"manager\"");
        assertThat(acknowledge("Cookie", cookie, OURS).statusCode()).isEqualTo(204);
        assertThat(server.send(server.request("/api/v1/session", OURS)
                                .header("Cookie", cookie)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> afterwards = acknowledge("Cookie", cookie, OURS);
        assertThat(afterwards.statusCode()).isEqualTo(401);
        assertThat(afterwards.body()).contains("urn:footfall:problem:session-ended", "Log in again");
        assertThat(counted).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void theCookieIsForThisOriginAndNoScriptAndHasAnEnd() {
        String header = logIn(SamplePeople.MANAGER, SamplePeople.PIN)
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();

        assertThat(header)
                .contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void behindATlsProxyTheCookieNeedsAnEncryptedLine() {
        HttpResponse<String> answer = post(
                "/api/v1/session",
                pin(SamplePeople.MANAGER, SamplePeople.PIN),
                "X-Footfall-Request",
                "kiosk",
                "X-Forwarded-Proto",
                "https");

        assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("Secure");
    }

    @ParameterizedTest
    @CsvSource({"managers-token, manager", "technicians-token, technician"})
    void aTokenLogsInAsItsRole(String token, String role) {
        HttpResponse<String> answer = post("/api/v1/session", "{\"token\":\"" + token + "\"}", OURS);

        assertThat(answer.body()).contains("\"role\":\"" + role + "\"");
        assertThat(server.get("/api/v1/session", "Cookie", cookie(answer)).body())
                .contains(role);
    }

    @Test
    void aTechnicianMayNotDoWhatManagersDo() {
        HttpResponse<String> byCookie =
                acknowledge("Cookie", cookie(logIn(SamplePeople.TECHNICIAN, SamplePeople.PIN)), OURS);
        HttpResponse<String> byToken = acknowledge("Authorization", "Bearer technicians-token");

        for (HttpResponse<String> answer : List.of(byCookie, byToken)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("role-required", "needs the role [manager]", "as [technician]");
        }
    }

    @Test
    void whatAnotherSiteSendsWithTheCookieChangesNothing() {
        String cookie = cookie(logIn(SamplePeople.MANAGER, SamplePeople.PIN));

        assertThat(acknowledge("Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(acknowledge("Cookie", cookie, "X-Footfall-Request", "kiosk", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(acknowledge("Cookie", cookie, "X-Footfall-Request", "kiosk", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(acknowledge("Authorization", "Bearer managers-token", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anotherSiteCannotLogSomebodyIn() {
        assertThat(post("/api/v1/session", pin(SamplePeople.MANAGER, SamplePeople.PIN))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tenWrongPinsMakeTheirAddressWaitAndNoOther() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(logIn(SamplePeople.MANAGER, "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = logIn(SamplePeople.MANAGER, SamplePeople.PIN);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("retry-after")).hasValue("30");
        assertThat(locked.body()).contains("Wait 30 seconds, then try again");
        assertThat(counted).contains(Outcome.LOCKED).hasSize(Attempts.FREE + 1);
        assertThat(post(
                                "/api/v1/session",
                                pin(SamplePeople.MANAGER, SamplePeople.PIN),
                                "X-Footfall-Request",
                                "kiosk",
                                "Authorization",
                                "Bearer technicians-token",
                                "X-Forwarded-For",
                                "127.0.0.1, 192.0.2.9")
                        .statusCode())
                .isEqualTo(200);

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(logIn(SamplePeople.MANAGER, SamplePeople.PIN).statusCode()).isEqualTo(200);
    }

    @Test
    void manyAtOnceAreNoWayRound() {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> logIn(SamplePeople.MANAGER, "wrong").statusCode()));
        }

        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 401))
                .hasSize(Attempts.FREE);
    }

    @Test
    void aSessionOpensReadingFromElsewhere() {
        String cookie = cookie(logIn(SamplePeople.TECHNICIAN, SamplePeople.PIN));

        assertThat(server.get("/api/v1/live", "X-Forwarded-For", "192.0.2.7", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/live", "X-Forwarded-For", "192.0.2.7").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"name\":", "null"})
    void whatIsNoLogInIsRefusedAsSuch(String body) {
        assertThat(post("/api/v1/session", body, OURS).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> logIn(String name, String pin) {
        return post("/api/v1/session", pin(name, pin), OURS);
    }

    private HttpResponse<String> acknowledge(String header, String value, String... more) {
        return server.send(server.request(ACKNOWLEDGE, more)
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"owner\":\"Li Wei\"}")));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        return server.send(server.request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    private static String pin(String name, String pin) {
        return "{\"name\":\"" + name + "\",\"pin\":\"" + pin + "\"}";
    }

    private static String cookie(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("set-cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private static final class Acknowledging implements AlertView {
        @Override
        public List<StoredAlert> open() {
            return List.of();
        }

        @Override
        public CompletionStage<Boolean> acknowledge(String id, String owner, String note) {
            return CompletableFuture.completedFuture(true);
        }
    }
}
