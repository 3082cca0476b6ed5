package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting by hand, and event markers, in a real browser. */
class KioskNotesTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private final ApiServer server = new ApiServer(ApiServer.Setup.USUAL.logIn(LogIn.of(SamplePeople.STAFF)));

    @BeforeEach
    void fillTheStore() {
        List<Measurement> rows = new ArrayList<>(SampleRows.of(server.view.live(), server.config));
        LocalDate wednesday = LocalDate.parse("2026-11-18");
        rows.add(day(wednesday, 150));
        for (int week = 1; week <= 4; week++) {
            rows.add(day(wednesday.minusWeeks(week), 90 + 8 * week));
        }
        server.view.onlyWhatIsAsked();
        server.view.rows(rows);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Measurement day(LocalDate date, double value) {
        Instant start = Instant.parse(date.minusDays(1) + "T20:00:00Z");
        Window window = new Window(start, start.plusSeconds(86_400));
        return new Measurement(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.DAY,
                window,
                value,
                null,
                null,
                1,
                State.VALID,
                null,
                Basis.COUNTER,
                0);
    }

    private static void logIn(KioskPage page, String name) {
        page.page().fill("#login-name", name);
        page.page().fill("#login-pin", SamplePeople.PIN);
        page.page().press("#login-pin", "Enter");
    }

    @ParameterizedTest
    @CsvSource({"zh, 360, 进：人工 3，传感器 3。, 再数", "en, 1280, 'In: 3 by hand, 3 by the sensor.', Count"})
    void twoThumbsCountUndoAndAreToldWhatItSaysAlsoIfTheLineIsAwayInBetween(
            String lang, int width, String told, String more) throws Exception {
        try (var page = BROWSER.openWithClock(server.uri("/?lang=" + lang + "#/sensors"), width, 760)) {
            page.awaitTrue(
                    "document.body.dataset.line === 'live' && document.querySelector('[data-count=main]') !== null");
            page.page().click("[data-count=main]");
            page.page().click(".count-go");
            page.page().click(".pad-in");
            page.page().click(".pad-out");
            page.page().keyboard().press("ArrowLeft");
            page.page().keyboard().press("i");
            page.page().keyboard().press("ArrowRight");
            page.page().keyboard().press("Backspace");
            page.awaitText(".pad-in .pad-count", "3");
            page.awaitText(".pad-out .pad-count", "1");
            page.picture("count-" + lang + "-" + width);
            assertThat(KioskAccessibilityTest.violations(page)).isEmpty();

            page.page().click(".count-controls button:not([hidden]):last-of-type");
            page.page().fill("dialog.count [name=owner]", "李伟");
            page.page().context().setOffline(true);
            page.page().click("dialog.count [type=submit]");
            page.awaitTrue("document.querySelector('dialog.count .form-told').textContent !== ''");
            assertThat(server.notes.newest().toCompletableFuture().get(5, TimeUnit.SECONDS))
                    .isEmpty();
            page.page().context().setOffline(false);
            page.forward(Duration.ofSeconds(6));
            logIn(page, SamplePeople.TECHNICIAN);

            page.awaitTrue("document.querySelector('.count-result p') !== null");
            assertThat(page.text(".count-result")).contains(told, more);
            page.picture("counted-" + lang + "-" + width);
            page.page().click("dialog.count .panel-head button");
            page.awaitTrue("document.querySelector('[data-audit]') !== null");
            page.evaluate("document.querySelector('.audit-list').scrollIntoView()");
            page.picture("audits-" + lang + "-" + width);
        }
        Audit kept = server.notes
                .newest()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .getFirst()
                .audit();
        assertThat(kept.in()).isEqualTo(3);
        assertThat(kept.out()).isEqualTo(1);
        assertThat(kept.owner()).isEqualTo("李伟");
        assertThat(kept.window().start()).isBetween(ApiServer.NOW, ApiServer.NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void aPromotionIsEnteredComparedWithTheSameWeekdaysAndRemoved(String lang, int width) {
        try (var page = BROWSER.openForAxe(server.uri("/?lang=" + lang + "#/day"), width, 760)) {
            page.awaitTrue("document.querySelector('.day-events .care') !== null");
            page.page().click(".day-events .care summary");
            page.page().fill(".day-events [name=name]", "双11 <b>");
            page.page().fill(".day-events [name=from]", "2026-11-18");
            page.page().fill(".day-events [name=to]", "2026-11-18");
            page.page().click(".day-events [type=submit]");
            logIn(page, SamplePeople.MANAGER);

            page.awaitTrue("document.querySelector('.events-compared [data-metric=footfall]') !== null");
            assertThat(
                            page.evaluate(
                                    "[...document.querySelectorAll('.events-compared [data-metric=footfall] td')].map(each => each.textContent).join(' ')"))
                    .isEqualTo("110 150 +36% – –");
            assertThat(page.text(".event-list")).contains("双11 <b>");
            assertThat(page.errors()).allMatch(error -> error.contains("401"));
            page.evaluate("document.querySelector('.day-events').scrollIntoView()");
            page.picture("events-" + lang + "-" + width);
            assertThat(KioskAccessibilityTest.violations(page)).isEmpty();

            page.page().onDialog(asked -> asked.accept());
            page.page().click(".event-list .drop");
            page.awaitTrue("document.querySelector('.event-list').hidden");
        }
    }

    @Test
    void remarksAndRefusalsAreSaidInChinese() {
        server.view.sensors(List.of(SampleRows.SILENT_DOOR));
        try (var page = BROWSER.open(server.uri("/?lang=zh#/sensors"), 360, 760)) {
            page.awaitTrue("document.querySelector('[data-sensor=door-1] .remarks') !== null");

            assertThat(page.text("[data-sensor=door-1] .remarks")).contains("外侧光束已被遮断 12 秒", "今日丢失 1 个信号沿");
            assertThat(page.text("[data-sensor=door-1] details")).contains("不是 JSON");
        }
    }

    @Test
    void aMeanOfWeeksOpensToTheQuartersOfEachOfItsHours() {
        try (var page = BROWSER.open(server.uri("/?lang=en#/day"), 1280, 900)) {
            page.awaitTrue("document.querySelector('.heat [data-heat] button') !== null");
            page.page().click(".heat [data-heat] button >> nth=0");

            page.awaitTrue("document.querySelector('dialog.rows tbody tr') !== null");
            assertThat(page.text("dialog.rows h2")).startsWith("footfall · Store · ");
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void arrivalsAreToldInWordsAndOpenToTheirRows() {
        try (var page = BROWSER.open(server.uri("/?lang=en#/day"), 1280, 900)) {
            page.awaitTrue("document.querySelector('.day-arrivals canvas') !== null");

            assertThat(page.text(".day-arrivals p")).contains("Busiest: 13:30–13:45 with 17 (100%)");
            assertThat(page.text(".day-stays [data-metric='dwell.mean']")).contains("16 min");
            page.page().click(".day-stays [data-metric='dwell.mean'] button");
            page.awaitTrue("document.querySelector('dialog.rows') !== null");
        }
    }
}
