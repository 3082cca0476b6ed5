package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a screen of a running gateway costs: run with {@code -Dfootfall.kiosk=http://127.0.0.1:8080/}. */
@EnabledIfSystemProperty(named = "footfall.kiosk", matches = "http.+")
class KioskSpeedTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private static final Duration WATCHED = Duration.ofSeconds(60);
    private static final String READY =
            "() => (document.querySelector('[data-figure=footfall_today] .value')?.textContent ?? '') !== ''"
                    + " ? performance.now() : false";
    private static final String FETCHED = "() => [...performance.getEntriesByType('navigation'),"
            + " ...performance.getEntriesByType('resource')].filter(each => !each.name.includes('/live/events'))"
            + ".reduce((sum, each) => sum + each.transferSize, 0)";
    private static final String OPENING = "async ([screen, drawn]) => { const from = performance.now();"
            + " location.hash = '#/' + screen;"
            + " while (!drawn.every(each => document.querySelector(each) !== null)) {"
            + " await new Promise(requestAnimationFrame); } return performance.now() - from; }";

    private final URI kiosk = URI.create(System.getProperty("footfall.kiosk", ""));

    @Test
    void theFirstLoadIsSmallAndReadySoon() {
        try (var page = BROWSER.openForAxe(kiosk.resolve("/?lang=en"), 1280, 800)) {
            double ready = number(page.page().waitForFunction(READY).jsonValue());
            double bytes = number(page.page().evaluate(FETCHED));
            System.out.printf("first load %.0f kB over the wire, ready after %.0f ms%n", bytes / 1000, ready);

            assertThat(bytes).isLessThan(300_000);
            assertThat(ready).isLessThan(1000);
        }
    }

    @Test
    void aMonthOfHistoryOpensAtOnce() {
        try (var page = BROWSER.openForAxe(kiosk.resolve("/?lang=en"), 1280, 800)) {
            page.page().waitForFunction(READY);
            double first = opening(page.page(), "day", ".day-chart canvas", ".week-table td[data-heat]");
            page.show("now");
            page.page().waitForFunction(READY);
            double again = opening(page.page(), "day", ".day-chart canvas", ".week-table td[data-heat]");
            System.out.printf(
                    "Day and week opens after %.0f ms, with the chart library already here %.0f ms%n", first, again);

            assertThat(again).isLessThan(300);
        }
    }

    @Test
    void anOpenScreenCostsTwoPercentOfACoreAtMost() {
        try (var page = BROWSER.openForAxe(kiosk.resolve("/?lang=en"), 1280, 800)) {
            page.page().waitForFunction(READY);
            Duration before = spentByBrowser();
            long start = System.nanoTime();
            Awaitility.await()
                    .atMost(WATCHED.plusSeconds(10))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> System.nanoTime() - start >= WATCHED.toNanos());
            Duration spent = spentByBrowser().minus(before);
            double share = spent.toNanos() / (double) (System.nanoTime() - start);
            System.out.printf("an open screen takes %.2f %% of a core%n", 100 * share);

            assertThat(share).isLessThan(0.02);
        }
    }

    private static double opening(Page page, String screen, String... drawn) {
        return number(page.evaluate(OPENING, List.of(screen, List.of(drawn))));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** All processes of the browser together. */
    private static Duration spentByBrowser() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
