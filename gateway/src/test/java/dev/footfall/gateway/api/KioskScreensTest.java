package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk's other screens and the public pages in a real browser. Pictures are left in {@link KioskPage#PICTURES}. */
class KioskScreensTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    private final OneAlert alerts = new OneAlert();
    private final ApiServer server =
            new ApiServer(ApiServer.Setup.USUAL.alerts(alerts).logIn(LogIn.of(SamplePeople.STAFF)));

    @BeforeEach
    void fillTheStore() {
        server.view.onlyWhatIsAsked();
        server.view.rows(SampleRows.of(server.figures.at(ApiServer.NOW), server.config));
        server.view.sensors(List.of(SampleRows.SILENT_DOOR));
        server.view.stays(SampleRows.stays());
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
            String lang, int width, int height, String queue, String unmeasured, String silent, String unusual) {
        try (var page = open("/?lang=" + lang, width, height)) {
            page.awaitText("[data-figure=footfall_today] .value", footfallToday());

            page.show("floor");
            page.awaitText("[data-zone=shoes] button", "83");
            assertThat(page.text(".floor-side")).contains(queue).contains("31").contains("Shoes → Checkout");
            assertThat(page.text(".dead")).isEqualTo("Shoes");
            assertThat(page.evaluate("document.querySelectorAll('.way').length"))
                    .isEqualTo("1");
            looksRight(page, lang, width, "floor");

            page.show("day");
            page.awaitText("[data-metric=footfall] .key-value", footfallToday());
            assertThat(page.text("[data-metric='passers-by']")).contains(unmeasured);
            assertThat(page.text(".funnel [data-metric=transactions]")).contains("47");
            page.awaitTrue("document.querySelector('.day-chart canvas') !== null");
            page.awaitTrue("document.querySelector('.day-stays .small-chart canvas') !== null");
            assertThat(page.text("[data-lengths=told]")).contains("202", "77");
            assertThat(page.text(".day-stays tbody")).contains("15–30", "64–128", "≥ 128");
            page.page().locator(".day-stays select").selectOption("camera zone:shoes");
            assertThat(page.text("[data-lengths=told]")).contains("Shoes", "6", "10");
            page.page().locator(".day-stays select").selectOption("wifi store");
            page.page().locator(".day-stays").scrollIntoViewIfNeeded();
            page.picture("day-stays-" + lang + "-" + width);
            looksRight(page, lang, width, "day");

            page.show("exceptions");
            page.awaitText(".alert .nature", unusual);
            assertThat(page.text(".alert-value")).startsWith("85").contains("12–81");
            assertThat(page.text(".alert .legend")).contains("UCL 81").contains("LCL 12");
            looksRight(page, lang, width, "exceptions");

            page.show("sensors");
            page.awaitText("[data-sensor=door-1] .status", silent);
            assertThat(page.text("[data-sensor=door-1]"))
                    .contains(
                            "native",
                            "1,204",
                            silent.equals("silent") ? "The outer beam has been broken for 12 s" : "外侧光束已被遮断 12 秒",
                            "is not JSON");
            looksRight(page, lang, width, "sensors");
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void aFigureOpensToItsQuartersOfAnHour() {
        try (var page = open("/?lang=en#/day", 1280, 720)) {
            page.awaitText("[data-metric=footfall] .key-value", footfallToday());
            page.evaluate("document.querySelector('[data-metric=footfall] button').click()");

            page.awaitText("dialog tbody td", "17");
            assertThat(page.text("dialog tbody")).contains("valid").contains("100%");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Log in, 'Name and PIN do not belong together.'", "zh, 登录, 姓名与 PIN 码不符。"})
    void anExceptionIsAcknowledgedOnceLoggedInAndWhatWasTypedIsKept(String lang, String title, String refused) {
        try (var page = open("/?lang=" + lang + "#/exceptions", 1280, 720)) {
            page.page().locator(".care summary").click();
            page.page().locator("[name=owner]").fill("Li Wei");
            page.page().locator("[name=note]").fill("looked at it");
            page.page().locator("[name=note]").press("Enter");
            page.awaitText("dialog.login h2", title);
            page.picture("login-" + lang + "-1280");
            logIn(page, "wrong");
            page.awaitText("dialog.login .form-told", refused);
            logIn(page, SamplePeople.PIN);

            KioskPage.patiently().until(() -> page.text(".cared").contains("Li Wei"));
            assertThat(page.text(".cared")).contains("looked at it");
            assertThat(page.text("#visitor span")).isEqualTo(SamplePeople.MANAGER);
        }
    }

    @Test
    void whoLogsOutAtTheKioskMayDoNothingAnyMore() {
        try (var page = open("/?lang=en#/exceptions", 360, 760)) {
            page.page().locator("[data-do=log-in]").click();
            logIn(page, SamplePeople.PIN);
            page.awaitText("#visitor span", SamplePeople.MANAGER);
            page.page().locator("[data-do=log-out]").click();
            page.awaitText("#visitor button", "Log in");

            page.page().locator(".care summary").click();
            page.page().locator("[name=owner]").fill("Li Wei");
            page.page().locator("[name=owner]").press("Enter");
            page.awaitText("dialog.login .why", "Log in to do this.");
            page.page().keyboard().press("Escape");
            page.awaitText(".care .form-told", "Log in to do this.");
        }
    }

    @Test
    void theLogInDialogKeepsTheRulesOfAccessibility() {
        for (String lang : List.of("en", "zh")) {
            try (var page = BROWSER.openForAxe(server.uri("/?lang=" + lang), 360, 760)) {
                page.page().locator("[data-do=log-in]").click();
                page.page().locator("dialog.login summary").click();
                assertThat(KioskAccessibilityTest.violations(page)).isEmpty();
            }
        }
    }

    private static void logIn(KioskPage page, String pin) {
        page.page().locator("#login-name").fill(SamplePeople.MANAGER);
        page.page().locator("#login-pin").fill(pin);
        page.page().locator("#login-pin").press("Enter");
    }

    @Test
    void theDoorSaysGoOrWaitAndAsksWhenItIsNotSure() {
        try (var page = open("/door?lang=en", 1280, 720)) {
            long present = Math.round(
                    ApiServer.known(server.figures.at(ApiServer.NOW).occupancy().value()));
            page.awaitText(".left", (120 - present) + " places free");
            assertThat(page.text("#door h1")).isEqualTo("Come in");

            server.view.change(
                    server.figures.at(ApiServer.NOW.plusSeconds(1), State.INVALID, SampleFigures.SILENT, false));
            page.awaitText("#door h1", "Please ask us");
            assertThat(page.text(".left")).isEmpty();
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void thePrivacyPageTellsWhatTheConfigurationSays() {
        try (var page = open("/privacy?lang=zh", 360, 760)) {
            page.awaitText("h1", "我们保留什么");

            assertThat(page.text("#privacy"))
                    .contains("最多 30 天", "达到 10 人", "5 个区域")
                    .doesNotContain("车辆进出");
            assertThat(page.errors()).isEmpty();
        }
    }

    private void looksRight(KioskPage page, String lang, int width, String screen) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(screen)
                .isEqualTo("true");
        assertThat(page.evaluate("document.body.innerText.match(/NaN|undefined|null|Infinity/)"))
                .as(screen)
                .isEqualTo("null");
        page.picture(screen + "-" + lang + "-" + width);
    }

    @Test
    void theSensorsScreenOpenedFirstNeverSaysThatASensorThatWasHeardNeverWas() {
        try (var page = open("/?lang=en#/sensors", 1280, 720)) {
            page.awaitText("[data-sensor=door-1] .status", "silent");
            assertThat(page.text("[data-sensor=door-1] dd")).isNotEqualTo("never");
            KioskPage.patiently()
                    .untilAsserted(() ->
                            assertThat(page.text("[data-sensor=door-1] dd")).endsWith("ago"));
            assertThat(page.evaluate("performance.getEntriesByType('resource').filter(each =>"
                            + " each.name.endsWith('/api/v1/sensors')).length"))
                    .as("told as soon as the figures came, not when the sensors were read again")
                    .isEqualTo("1");
        }
    }

    private String footfallToday() {
        return Long.toString(Math.round(
                ApiServer.known(server.figures.at(ApiServer.NOW).footfallToday().value())));
    }

    private KioskPage open(String address, int width, int height) {
        return BROWSER.open(server.uri(address), width, height);
    }

    /** One exception, which may be acknowledged. */
    private static final class OneAlert implements AlertView {
        private volatile StoredAlert.@Nullable Acknowledgement acknowledgement;

        @Override
        public List<StoredAlert> open() {
            return List.of(new StoredAlert(SampleRows.HIGH, acknowledgement));
        }

        @Override
        public CompletionStage<Boolean> acknowledge(String id, String owner, String note) {
            acknowledgement = new StoredAlert.Acknowledgement(ApiServer.NOW, owner, note);
            return CompletableFuture.completedFuture(true);
        }
    }
}
