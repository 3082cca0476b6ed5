package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footfall.measurement.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk in a real browser. Pictures are left in {@code target/kiosk}. */
class KioskPageTest {
    private final ApiServer server = new ApiServer();
    private Path chromium = Path.of("");

    @BeforeEach
    void needABrowser() {
        Optional<Path> found = ChromiumPage.installed();
        assumeTrue(found.isPresent(), "skipped: no Chromium at /usr/bin/chromium to look at the kiosk with");
        chromium = found.orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1920, 1080, In store now, Live, 'vs yesterday, same time'",
        "zh, 1920, 1080, 当前在店, 实时, 较昨日同时",
        "en, 1024, 768, In store now, Live, 'vs yesterday, same time'",
        "zh, 390, 844, 当前在店, 实时, 较昨日同时"
    })
    void theScreenShowsTheFiguresOfTheApi(
            String lang, int width, int height, String title, String line, String reference) throws IOException {
        try (var page = open(lang, width, height)) {
            LiveFigures live = server.figures.at(ApiServer.NOW);

            assertThat(page.evaluate(text("[data-figure=occupancy] h2"))).isEqualTo(title);
            assertThat(page.evaluate(text("#line .word"))).isEqualTo(line);
            assertThat(page.evaluate(text(".reference"))).isEqualTo(reference);
            assertThat(page.evaluate(value("occupancy")))
                    .isEqualTo(whole(live.occupancy().value()));
            assertThat(page.evaluate(value("arrivals_last_60m")))
                    .isEqualTo(whole(live.arrivalsLast60m().value()));
            assertThat(page.evaluate(value("footfall_today")))
                    .isEqualTo(whole(live.footfallToday().value()));
            assertThat(page.evaluate(value("dwell_today"))).isEqualTo("16");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            assertThat(page.evaluate("document.querySelectorAll('#hours-chart rect.bar').length > 10"))
                    .isEqualTo("true");
            assertThat(page.evaluate("document.querySelectorAll('#plan polygon').length"))
                    .isEqualTo("5");
            assertThat(page.errors()).isEmpty();
            page.picture(Path.of("target/kiosk/" + lang + "-" + width + "x" + height + ".png"));
        }
    }

    @Test
    void aChangeIsOnTheScreenWithinASecond() throws IOException {
        try (var page = open("en", 1920, 1080)) {
            LiveFigures later = server.figures.at(ApiServer.NOW.plusSeconds(1800));
            long start = System.nanoTime();
            server.view.change(later);

            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> page.evaluate(value("footfall_today"))
                            .equals(whole(later.footfallToday().value())));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aFigureThatIsNotValidIsGreyedAndSaysWhy() throws IOException {
        server.view.change(server.figures.at(ApiServer.NOW, State.DEGRADED, "door-2 silent 13:05–14:10", true));
        try (var page = open("zh", 1920, 1080)) {
            assertThat(page.evaluate("document.querySelector('[data-figure=footfall_today]').dataset.trust"))
                    .isEqualTo("not");
            assertThat(page.evaluate(text("[data-figure=footfall_today] .note")))
                    .isEqualTo("数据不完整，覆盖 64% · door-2 于 13:05–14:10 无信号");
            page.picture(Path.of("target/kiosk/zh-degraded.png"));
        }
    }

    @Test
    void whatIsNotKnownIsADashWithAReasonAndNeverZero() throws IOException {
        server.view.change(server.figures.nothingYet(ApiServer.NOW));
        try (var page = open("en", 1920, 1080)) {
            assertThat(page.evaluate(value("footfall_today"))).isEqualTo("–");
            assertThat(page.evaluate(text("[data-figure=footfall_today] .note")))
                    .isEqualTo("No data · nothing has been counted yet");
            assertThat(page.evaluate(text("#hours-chart"))).isEqualTo("Nothing counted yet today");
            assertThat(page.evaluate("document.body.innerText.match(/NaN|undefined|null/)"))
                    .isEqualTo("null");
            assertThat(page.errors()).isEmpty();
            page.picture(Path.of("target/kiosk/en-empty.png"));
        }
    }

    @Test
    void figuresThatStandStillNeverLookLive() throws IOException {
        try (var page = open("en", 1920, 1080)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.evaluate("document.body.dataset.line").equals("still"));

            assertThat(page.evaluate("document.querySelector('[data-figure=occupancy]').dataset.trust"))
                    .isEqualTo("not");
            assertThat(page.evaluate(text("#line .word"))).isEqualTo("Not live");
            assertThat(page.evaluate(text("#notice")))
                    .startsWith("Not live: the gateway has not updated its figures for");
            page.picture(Path.of("target/kiosk/en-stale.png"));
        }
    }

    private ChromiumPage open(String lang, int width, int height) throws IOException {
        // In the build folder: a browser that is killed may still hold files, so that cleaning up at once can fail.
        Path profiles = Files.createDirectories(Path.of("target/kiosk").toAbsolutePath());
        var page = new ChromiumPage(chromium, Files.createTempDirectory(profiles, "profile-"), width, height);
        page.go(server.uri("/?lang=" + lang));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> page.evaluate("document.body?.dataset.line").equals("live")
                        && page.evaluate("document.querySelector('#plan canvas') !== null")
                                .equals("true"));
        return page;
    }

    private static String text(String selector) {
        return "document.querySelector(\"" + selector + "\").textContent";
    }

    private static String value(String figure) {
        return text("[data-figure=" + figure + "] .value");
    }

    private static String whole(@Nullable Double value) {
        return Long.toString(Math.round(ApiServer.known(value)));
    }
}
