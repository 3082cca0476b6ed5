package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen and public page against the rules of WCAG 2.2 AA that axe can judge. A picture of each, in both languages,
 * is left in {@link KioskPage#PICTURES}.
 */
class KioskAccessibilityTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private final ApiServer server =
            new ApiServer(ApiServer.Setup.USUAL.alerts(() -> List.of(new StoredAlert(SampleRows.HIGH, null))));

    @BeforeEach
    void fillTheStore() {
        server.view.onlyWhatIsAsked();
        server.view.rows(SampleRows.of(server.view.live(), server.config));
        server.view.sensors(List.of(SampleRows.SILENT_DOOR));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "now, '[data-figure=occupancy] .value'",
        "floor, .floor-side table",
        "day, .day-chart canvas",
        "exceptions, .control-chart canvas",
        "sensors, [data-sensor]"
    })
    void everyScreenKeepsTheRulesInBothLanguagesWideAndNarrow(String screen, String drawn) {
        keepsTheRules("/?lang=en#/" + screen, drawn, 1280);
        keepsTheRules("/?lang=zh#/" + screen, drawn, 360);
    }

    @ParameterizedTest
    @CsvSource({"/door, .left", "/privacy, h1"})
    void thePublicPagesKeepTheRulesInBothLanguages(String path, String drawn) {
        for (String lang : List.of("en", "zh")) {
            keepsTheRules(path + "?lang=" + lang, drawn, 1280);
        }
    }

    @Test
    void aPageThatBreaksARuleIsFound() {
        try (var page = BROWSER.openForAxe(server.uri("/privacy?lang=en"), 1280, 800)) {
            page.awaitTrue("document.querySelector('h1') !== null");
            page.evaluate("document.querySelector('main').append(document.createElement('button'))");

            assertThat(violations(page)).singleElement().asString().startsWith("button-name");
        }
    }

    private void keepsTheRules(String address, String drawn, int width) {
        try (var page = BROWSER.openForAxe(server.uri(address), width, 800)) {
            page.awaitTrue("document.querySelector(\"" + drawn + "\") !== null");
            page.picture(address.replaceAll("^/\\?lang=(..)#/(.*)|/(.*)\\?lang=(..)", "$2$3-$1$4-") + width);
            assertThat(violations(page)).as(address + " " + width).isEmpty();
        }
    }

    static List<String> violations(KioskPage page) {
        return new AxeBuilder(page.page())
                .withTags(WCAG_22_AA).analyze().getViolations().stream()
                        .map(KioskAccessibilityTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
