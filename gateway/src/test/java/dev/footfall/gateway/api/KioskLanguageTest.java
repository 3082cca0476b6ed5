package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose language the kiosk speaks, in a real browser. The store offers English first, then Chinese. */
class KioskLanguageTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private static final String LIVE = "document.body?.dataset.line === 'live'";
    private static final String STARTED = "document.querySelector('#door h1, #privacy h1')?.textContent.length > 0";

    private final ApiServer server = new ApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String language(KioskPage page) {
        return page.evaluate("document.documentElement.lang");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh-CN", "zh-TW, zh-CN", "zh, zh-CN", "en-US, en-GB", "fr-FR, en-GB"})
    void whoHasNotChosenReadsTheBrowsersLanguageIfTheStoreOffersIt(String browser, String shown) {
        try (var page = BROWSER.openIn(browser, server.uri("/"))) {
            page.awaitTrue(LIVE);

            assertThat(language(page)).isEqualTo(shown);
        }
    }

    @Test
    void whatWasChosenAtTheScreenStays() {
        try (var page = BROWSER.openIn("zh-CN", server.uri("/"))) {
            page.awaitTrue(LIVE);
            page.page().locator("#languages [lang=en]").click();
            page.awaitTrue("document.documentElement.lang === 'en-GB'");
            page.page().navigate(server.uri("/").toString());
            page.awaitTrue(LIVE);

            assertThat(language(page)).isEqualTo("en-GB");
        }
    }

    @Test
    void aLanguageThatTheStoreDoesNotOfferIsNotShown() {
        try (var page = BROWSER.openIn("zh-CN", server.uri("/privacy"))) {
            page.awaitTrue(STARTED);
            String wanted = "import('/kiosk/text.js').then(text => text.wanted(['en']))";

            assertThat(language(page)).isEqualTo("zh-CN");
            assertThat(page.evaluate(wanted)).isEqualTo("en");
        }
    }

    @Test
    void theSignAtTheDoorSpeaksTheStoresFirstLanguage() {
        try (var page = BROWSER.openIn("zh-CN", server.uri("/door"))) {
            page.awaitTrue(STARTED);

            assertThat(language(page)).isEqualTo("en-GB");
        }
    }
}
