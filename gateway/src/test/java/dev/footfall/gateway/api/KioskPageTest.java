package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk in a real browser. Pictures are left in {@link KioskPage#PICTURES}. */
class KioskPageTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private final ApiServer server = new ApiServer();

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
            String lang, int width, int height, String title, String line, String reference) {
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
            assertThat(page.evaluate(text("[data-figure=footfall_today] .week-four")))
                    .contains(
                            whole(Math.abs(ApiServer.known(
                                    ApiServer.known(live.footfallToday().lastFour())
                                            .delta()))),
                            "%");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            assertThat(page.evaluate("document.querySelectorAll('#hours-chart rect.bar').length > 10"))
                    .isEqualTo("true");
            assertThat(page.evaluate("document.querySelectorAll('#plan polygon').length"))
                    .isEqualTo("5");
            assertThat(page.errors()).isEmpty();
            page.picture("now-" + lang + "-" + width);
        }
    }

    @Test
    void aChangeIsOnTheScreenWithinASecond() {
        try (var page = open("en", 1920, 1080)) {
            LiveFigures later = server.figures.at(ApiServer.NOW.plusSeconds(1800));
            long start = System.nanoTime();
            server.view.change(later);

            page.awaitText(
                    "[data-figure=footfall_today] .value",
                    whole(later.footfallToday().value()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void thePicturesFollowWithinASecondAndWhatDidNotChangeIsLeftAlone() {
        try (var page = open("en", 1920, 1080)) {
            page.evaluate("window.before = ['#hours-chart svg', '#hours-chart .today', '#plan canvas', '#plan .zone']"
                    + ".map(each => document.querySelector(each))");
            String bars = page.text("#hours-chart svg");
            long start = System.nanoTime();
            server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(1800)));

            KioskPage.patiently()
                    .untilAsserted(
                            () -> assertThat(page.text("#hours-chart svg")).isNotEqualTo(bars));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
            assertThat(page.evaluate("window.before.every(each => each !== null && each.isConnected)"))
                    .isEqualTo("true");
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void aFigureThatIsNotValidIsGreyedAndSaysWhy() {
        server.view.change(server.figures.at(ApiServer.NOW, State.DEGRADED, SampleFigures.SILENT, true));
        try (var page = open("zh", 1920, 1080)) {
            assertThat(page.evaluate("document.querySelector('[data-figure=footfall_today]').dataset.trust"))
                    .isEqualTo("not");
            assertThat(page.evaluate(text("[data-figure=footfall_today] .note")))
                    .isEqualTo("数据不完整，覆盖 64% · door-2 于 13:05–14:10 无信号");
            page.picture("now-zh-degraded");
        }
    }

    @Test
    void whatIsNotKnownIsADashWithAReasonAndNeverZero() {
        server.view.change(server.figures.nothingYet(ApiServer.NOW));
        try (var page = open("en", 1920, 1080)) {
            assertThat(page.evaluate(value("footfall_today"))).isEqualTo("–");
            assertThat(page.evaluate(text("[data-figure=footfall_today] .note")))
                    .isEqualTo("No data · no sensor counts at a door");
            assertThat(page.evaluate(text("#hours-chart"))).isEqualTo("Nothing counted yet today");
            assertThat(page.evaluate("document.body.innerText.match(/NaN|undefined|null/)"))
                    .isEqualTo("null");
            assertThat(page.errors()).isEmpty();
            page.picture("now-en-empty");
        }
    }

    @Test
    void figuresThatStandStillNeverLookLive() {
        try (var page = BROWSER.openWithClock(server.uri("/?lang=en"), 1920, 1080)) {
            page.awaitTrue("document.body?.dataset.line === 'live'");
            page.forward(Duration.ofSeconds(12));
            server.view.change(server.view.live());
            page.awaitTrue("document.body.dataset.line === 'still'");

            assertThat(page.evaluate("document.querySelector('[data-figure=occupancy]').dataset.trust"))
                    .isEqualTo("not");
            assertThat(page.evaluate(text("#line .word"))).isEqualTo("Not live");
            assertThat(page.evaluate(text("#notice")))
                    .startsWith("Not live: the gateway has not updated its figures for");
            page.picture("now-en-stale");
        }
    }

    private KioskPage open(String lang, int width, int height) {
        KioskPage page = BROWSER.open(server.uri("/?lang=" + lang), width, height);
        page.awaitTrue("document.body?.dataset.line === 'live' && document.querySelector('#plan canvas') !== null");
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
