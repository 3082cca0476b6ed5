package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk's other screens and the public pages in a real browser. Pictures are left in {@code target/kiosk}. */
class KioskScreensTest {
    private static final Alert HIGH = new Alert(
            Metric.FOOTFALL,
            Scope.STORE,
            new Window(Instant.parse("2026-11-22T05:00:00Z"), Instant.parse("2026-11-22T06:00:00Z")),
            85.0,
            12.0,
            81.0,
            Alert.Kind.ANOMALY,
            ApiServer.NOW,
            "above the upper limit",
            true);

    private final OneAlert alerts = new OneAlert();
    private final ApiServer server = new ApiServer(ApiServer.Setup.USUAL
            .alerts(alerts)
            .access(new AccessPolicy(null, null, new AccessToken("the-managers-secret"))));
    private Path chromium = Path.of("");

    @BeforeEach
    void needABrowserAndAStore() {
        Optional<Path> found = ChromiumPage.installed();
        assumeTrue(found.isPresent(), "skipped: no Chromium at /usr/bin/chromium to look at the kiosk with");
        chromium = found.orElseThrow();
        LiveFigures live = server.figures.at(ApiServer.NOW);
        Window day = new Window(Instant.parse("2026-11-21T20:00:00Z"), Instant.parse("2026-11-22T20:00:00Z"));
        server.view.onlyWhatIsAsked();
        server.view.rows(SampleRows.of(live, day));
        var refused = new SensorHealth.Refused(ApiServer.NOW, "em/1/status", "is not JSON", "{");
        server.view.sensors(List.of(new SensorHealth(
                "door-1",
                "native",
                true,
                "silent",
                ApiServer.NOW.minusSeconds(700),
                1204,
                3,
                1,
                0,
                -61.0,
                List.of("beam blocked"),
                List.of(refused))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1280, 720, Queue, not measured, silent, Unusual",
        "zh, 360, 760, 排队, 未测量, 无信号, 异常值",
        "zh, 3840, 2160, 排队, 未测量, 无信号, 异常值"
    })
    void everyScreenShowsTheNumbersOfTheApi(
            String lang, int width, int height, String queue, String unmeasured, String silent, String unusual)
            throws IOException {
        try (var page = open("/?lang=" + lang, width, height)) {
            awaitText(page, "[data-figure=footfall_today] .value", footfallToday());

            go(page, "floor");
            awaitText(page, "[data-zone=shoes] button", "83");
            assertThat(text(page, ".floor-side")).contains(queue).contains("31").contains("Shoes → Checkout");
            assertThat(text(page, ".dead")).isEqualTo("Shoes");
            assertThat(page.evaluate("document.querySelectorAll('.way').length"))
                    .isEqualTo("1");
            looksRight(page, lang, width, "floor");

            go(page, "day");
            awaitText(page, "[data-metric=footfall] .key-value", footfallToday());
            assertThat(text(page, "[data-metric='passers-by']")).contains(unmeasured);
            assertThat(text(page, ".funnel [data-metric=transactions]")).contains("47");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> page.evaluate("document.querySelector('.day-chart canvas') !== null")
                            .equals("true"));
            looksRight(page, lang, width, "day");

            go(page, "exceptions");
            awaitText(page, ".alert .nature", unusual);
            assertThat(text(page, ".alert-value")).startsWith("85").contains("12–81");
            assertThat(text(page, ".alert .legend")).contains("UCL 81").contains("LCL 12");
            looksRight(page, lang, width, "exceptions");

            go(page, "sensors");
            awaitText(page, "[data-sensor=door-1] .status", silent);
            assertThat(text(page, "[data-sensor=door-1]")).contains("native", "1,204", "beam blocked", "is not JSON");
            looksRight(page, lang, width, "sensors");
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void aFigureOpensToItsQuartersOfAnHour() throws IOException {
        try (var page = open("/?lang=en#/day", 1280, 720)) {
            awaitText(page, "[data-metric=footfall] .key-value", footfallToday());
            page.evaluate("document.querySelector('[data-metric=footfall] button').click()");

            awaitText(page, "dialog tbody td", "17");
            assertThat(text(page, "dialog tbody")).contains("valid").contains("100%");
        }
    }

    @Test
    void anExceptionIsAcknowledgedWithTheManagersToken() throws IOException {
        try (var page = open("/?lang=en#/exceptions", 1280, 720)) {
            awaitText(page, ".care summary", "Take care of it");
            acknowledge(page, "wrong");
            awaitText(page, ".form-told", "That token does not allow it");
            acknowledge(page, "the-managers-secret");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> text(page, ".cared").contains("Li Wei takes care of it"));
            assertThat(text(page, ".cared")).contains("looked at it");
        }
    }

    @Test
    void theDoorSaysGoOrWaitAndAsksWhenItIsNotSure() throws IOException {
        try (var page = open("/door?lang=en", 1280, 720)) {
            long present = Math.round(
                    ApiServer.known(server.figures.at(ApiServer.NOW).occupancy().value()));
            awaitText(page, ".left", (120 - present) + " places free");
            assertThat(text(page, "#door h1")).isEqualTo("Come in");

            server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(1), State.INVALID, "no sensor", false));
            awaitText(page, "#door h1", "Please ask us");
            assertThat(text(page, ".left")).isEmpty();
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void thePrivacyPageTellsWhatTheConfigurationSays() throws IOException {
        try (var page = open("/privacy?lang=zh", 360, 760)) {
            awaitText(page, "h1", "我们保留什么");

            assertThat(text(page, "#privacy"))
                    .contains("最多 30 天", "达到 10 人", "5 个区域")
                    .doesNotContain("车辆进出");
            assertThat(page.errors()).isEmpty();
        }
    }

    private void looksRight(ChromiumPage page, String lang, int width, String screen) throws IOException {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(screen)
                .isEqualTo("true");
        assertThat(page.evaluate("document.body.innerText.match(/NaN|undefined|null|Infinity/)"))
                .as(screen)
                .isEqualTo("null");
        page.picture(Path.of("target/kiosk/" + screen + "-" + lang + "-" + width + ".png"));
    }

    private static void acknowledge(ChromiumPage page, String token) {
        page.evaluate("(() => { const form = document.querySelector('form.acknowledge');"
                + "form.elements.owner.value = 'Li Wei'; form.elements.note.value = 'looked at it';"
                + "form.elements.token.value = '" + token + "'; form.requestSubmit(); })()");
    }

    @Test
    void theSensorsScreenOpenedFirstNeverSaysThatASensorThatWasHeardNeverWas() throws IOException {
        try (var page = open("/?lang=en#/sensors", 1280, 720)) {
            awaitText(page, "[data-sensor=door-1] .status", "silent");
            assertThat(text(page, "[data-sensor=door-1] dd")).isNotEqualTo("never");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(text(page, "[data-sensor=door-1] dd")).endsWith("ago"));
        }
    }

    private static void go(ChromiumPage page, String screen) {
        page.evaluate("location.hash = '#/" + screen + "'");
    }

    private static String text(ChromiumPage page, String selector) {
        return page.evaluate("document.querySelector(\"" + selector + "\")?.textContent ?? ''");
    }

    private static void awaitText(ChromiumPage page, String selector, String wanted) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(text(page, selector)).isEqualTo(wanted));
    }

    private String footfallToday() {
        return Long.toString(Math.round(
                ApiServer.known(server.figures.at(ApiServer.NOW).footfallToday().value())));
    }

    private ChromiumPage open(String address, int width, int height) throws IOException {
        Path profiles = Files.createDirectories(Path.of("target/kiosk").toAbsolutePath());
        var page = new ChromiumPage(chromium, Files.createTempDirectory(profiles, "profile-"), width, height);
        page.go(server.uri(address));
        return page;
    }

    /** One exception, which may be acknowledged. */
    private static final class OneAlert implements AlertView {
        private volatile StoredAlert.@Nullable Acknowledgement acknowledgement;

        @Override
        public List<StoredAlert> open() {
            return List.of(new StoredAlert(HIGH, acknowledgement));
        }

        @Override
        public CompletionStage<Boolean> acknowledge(String id, String owner, String note) {
            acknowledgement = new StoredAlert.Acknowledgement(ApiServer.NOW, owner, note);
            return CompletableFuture.completedFuture(true);
        }
    }
}
