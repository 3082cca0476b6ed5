package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import dev.footfall.gateway.access.Attempts;
import dev.footfall.gateway.access.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The set-up in a real browser, down to the configuration's file. */
class KioskSetUpTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private ApiServer server = new ApiServer();

    @BeforeEach
    void start() {
        server.close();
        server = new ApiServer(ApiServer.Setup.USUAL
                .folder(folder)
                .logIn(new LogIn(SamplePeople.STAFF, new Sessions(nanos::get), new Attempts(nanos::get), outcome -> {}))
                .setUp(SampleSetUp.in(folder)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1280, 800, 'It is in force. Today and yesterday are told again by it.', 'The earlier set-up is in force again.'",
        "en, 360, 760, 'It is in force. Today and yesterday are told again by it.', 'The earlier set-up is in force again.'",
        "zh, 3840, 2160, 已生效，今天和昨天的数据将按新设置重新计算。, 已恢复到之前的设置。"
    })
    void aZoneIsDrawnAppliedAndTakenBack(String lang, int width, int height, String applied, String restored)
            throws IOException {
        try (var page = open(lang, width, height)) {
            page.picture("setup-" + lang + "-" + width);
            page.page().locator("[data-tool=zone]").click();
            drag(page, 16, 12, 18, 22);
            page.awaitText("[data-group=zones] .quiet", "3");
            page.awaitTrue("document.querySelector('.setup-difference .added') !== null");
            assertThat(page.text(".setup-difference")).contains("polygon: [[16, 12], [18, 12], [18, 22], [16, 22]]");
            page.picture("setup-drawn-" + lang + "-" + width);
            assertThat(Files.readString(file())).isEqualTo(SampleSetUp.YAML);

            page.page().locator("[data-do=apply]").click();
            page.awaitText(".setup-told", applied);
            assertThat(Files.readString(file()))
                    .contains("polygon: [[16, 12], [18, 12], [18, 22], [16, 22]]", "# by the window");
            assertThat(page.evaluate("fetch('/api/v1/store').then(a => a.json()).then(s => s.zones.length)"))
                    .isEqualTo("3");
            page.picture("setup-applied-" + lang + "-" + width);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");

            page.page().locator(".setup-earlier button").first().click();
            page.awaitText(".setup-told", restored);
            assertThat(Files.readString(file())).isEqualTo(SampleSetUp.YAML);
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void aCornerIsDraggedALineDrawnAndASensorPlaced() throws IOException {
        try (var page = open("en", 1280, 800)) {
            drag(page, 8, 4, 9, 5);
            assertThat(page.evaluate("document.querySelector('.corners').value"))
                    .isEqualTo("3 3, 15 3, 15 11, 3 11");
            drag(page, 15, 11, 16, 13);
            page.page().locator("[data-tool=line]").click();
            drag(page, 24, 4, 24, 20);
            page.page().locator("[data-group=sensors] > summary").click();
            page.page().locator("[data-item=door-1] .add").click();
            click(page, 1, 20);
            page.awaitTrue("document.querySelector('[data-do=apply]').disabled === false"
                    + " && document.querySelector('.setup-difference').textContent.includes('position-m: [1, 20]')");
            page.page().locator("[data-do=apply]").click();
            page.awaitTrue("document.querySelector('.setup-told').dataset.bad === 'no'");

            assertThat(Files.readString(file()))
                    .contains(
                            "polygon: [[3, 3], [15, 3], [16, 13], [3, 11]]",
                            "from: [24, 4]",
                            "to: [24, 20]",
                            "{ id: door-1, driver: native, entrance: main, position-m: [1, 20] }");
        }
    }

    @Test
    void allOfItCanBeDoneByTheKeyboard() throws IOException {
        try (var page = open("en", 1280, 800)) {
            page.page().locator("[data-group=zones] > .add").focus();
            page.page().keyboard().press("Enter");
            page.page().locator(".corners").fill("16 2, 19 2, 19 6");
            page.page().locator(".corners").press("Tab");
            page.page().locator("[data-group=limit] > summary").press("Enter");
            page.page().locator("[data-group=limit] input").fill("99");
            page.page().locator("[data-group=limit] input").press("Enter");
            page.awaitTrue("document.querySelector('.setup-difference').textContent.includes('capacity: 99')");
            page.page().locator("[data-do=apply]").press("Enter");
            page.awaitTrue("document.querySelector('.setup-told').dataset.bad === 'no'");

            assertThat(Files.readString(file()))
                    .contains("polygon: [[16, 2], [19, 2], [19, 6]]", "capacity: 99   # by");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1 to mend before it can be applied, 'Zones · Shoes.polygon has 2 corners; it must have 3 to 500'",
        "zh, 还有 1 处需要修正才能应用, '区域 · Shoes.polygon 有 2 个拐角；应为 3 到 500 个'"
    })
    void whatWouldNotHoldIsToldAndCannotBeApplied(String lang, String verdict, String problem) throws IOException {
        try (var page = open(lang, 1280, 800)) {
            page.page().locator("[data-item=shoes] .pick").click();
            page.page().locator(".corners").fill("0 0, 4 4");
            page.page().locator(".corners").press("Enter");
            page.awaitText(".setup-verdict", verdict);

            assertThat(page.text(".setup-problems li")).isEqualTo(problem);
            assertThat(page.evaluate("document.querySelector('[data-do=apply]').disabled"))
                    .isEqualTo("true");
            page.picture("setup-wrong-" + lang + "-1280");
        }
    }

    @Test
    void theSecondOfTwoManagersIsToldAndKeepsWhatTheyDrew() throws IOException {
        try (var first = open("en", 1280, 800);
                var second = open("en", 1280, 800)) {
            limit(first, "90");
            page(second).locator("[data-tool=zone]").click();
            drag(second, 16, 12, 18, 22);
            first.awaitTrue("document.querySelector('[data-do=apply]').disabled === false");
            page(first).locator("[data-do=apply]").click();
            first.awaitTrue("document.querySelector('.setup-told').dataset.bad === 'no'");
            second.awaitTrue("document.querySelector('[data-do=apply]').disabled === false");
            page(second).locator("[data-do=apply]").click();
            second.awaitTrue("document.querySelector('.setup-told').textContent.includes('on top of theirs')");

            assertThat(Files.readString(file())).contains("capacity: 90").doesNotContain("[16, 12]");
            second.awaitTrue("document.querySelector('[data-do=apply]').disabled === false");
            assertThat(second.text(".setup-difference")).contains("[16, 12]").doesNotContain("capacity: 120");
            second.picture("setup-both-en-1280");
            page(second).locator("[data-do=apply]").click();
            second.awaitTrue("document.querySelector('.setup-told').dataset.bad === 'no'");
            assertThat(Files.readString(file())).contains("capacity: 90", "[16, 12]");
        }
    }

    @Test
    void whoseSessionHasEndedLogsInAgainAndNothingIsLost() throws IOException {
        try (var page = open("en", 1280, 800)) {
            limit(page, "77");
            page.awaitTrue("document.querySelector('[data-do=apply]').disabled === false");
            nanos.addAndGet(Sessions.IDLE.toNanos());
            page(page).locator("[data-do=apply]").click();
            page.awaitText("dialog.login .why", "Your session has ended. Log in again; nothing you typed is lost.");
            page(page).locator("#login-pin").fill(SamplePeople.PIN);
            page(page).locator("#login-pin").press("Enter");
            page.awaitText(".setup-told", "It is in force. Today and yesterday are told again by it.");

            assertThat(Files.readString(file())).contains("capacity: 77");
        }
    }

    @Test
    void aPlanWithAScriptInItIsShownAndTheScriptNeverRuns() throws IOException {
        Files.writeString(folder.resolve("floor.svg"), """
                <svg xmlns="http://www.w3.org/2000/svg" width="400" height="250" onload="top.ran = 1; fetch('/ran')">
                  <rect width="400" height="250" fill="#eee"/><script>top.ran = 1; fetch('/ran')</script></svg>""");
        server.close();
        server = new ApiServer(ApiServer.Setup.USUAL.folder(folder));
        try (var page = BROWSER.open(server.uri("/?lang=en"), 1280, 800)) {
            page.awaitTrue("document.querySelector('#plan img')?.naturalWidth === 400");
            assertThat(page.evaluate("window.ran")).isEqualTo("null");
        }
        try (var page = BROWSER.open(server.uri("/api/v1/floor-plan"), 1280, 800)) {
            KioskPage.patiently().until(() -> !page.errors().isEmpty());
            assertThat(page.errors().toString()).contains("sandbox");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'The picture has 6.0 MB and may have 5: export it', '(script, line 3): remove it', 'The picture is there.'",
        "zh, 图片为 6.0 MB，最大 5 MB, （script，第 3 行）：请删除, 图片已上传。"
    })
    void aPictureOfTheFloorIsUploadedScaledAppliedAndTakenBack(String lang, String large, String script, String there)
            throws IOException {
        try (var page = open(lang, 1280, 800)) {
            page.page().locator("[data-group=floor] > summary").click();
            choose(page, "plan.png", "image/png", new byte[6 * 1024 * 1024]);
            page.awaitTrue("document.querySelector('.setup-told').textContent.includes('" + large + "')");
            choose(page, "plan.svg", "image/svg+xml", svg("<script>top.ran = 1</script>"));
            page.awaitTrue("document.querySelector('.setup-told').textContent.includes('" + script + "')");
            page.picture("setup-plan-refused-" + lang + "-1280");
            choose(page, "plan.svg", "", svg("<rect x='20' y='20' width='760' height='360' fill='#dde'/>"));
            page.awaitTrue("document.querySelector('.setup-told').textContent.includes('" + there + "')");
            page.awaitTrue("document.querySelector('.drawing img')?.naturalWidth > 0");
            page.page().locator("[data-plan=width]").fill("50");
            page.page().locator("[data-plan=width]").press("Enter");
            page.awaitTrue("document.querySelector('[data-plan=height]').value === '25'"
                    + " && document.querySelector('[data-do=apply]').disabled === false");
            page.picture("setup-plan-" + lang + "-1280");
            page.page().locator("[data-do=apply]").click();
            page.awaitTrue("document.querySelector('.setup-earlier button') !== null");

            assertThat(Files.readString(file())).contains("width-m: 50", "image: floor-plan-");
            assertThat(page.evaluate("fetch('/api/v1/store').then(a => a.json()).then(s => s.floor_plan.width_m)"))
                    .isEqualTo("50");
            page.page().locator(".setup-earlier button").first().click();
            page.awaitTrue("document.querySelector('.drawing img') === null");
            assertThat(Files.readString(file())).isEqualTo(SampleSetUp.YAML);
            assertThat(page.evaluate("window.ran")).isEqualTo("null");
            page.errors().forEach(error -> assertThat(error).contains("422"));
        }
    }

    private static byte[] svg(String part) {
        return ("<svg xmlns='http://www.w3.org/2000/svg'\n viewBox='0 0 800 400'>\n" + part + "</svg>").getBytes(UTF_8);
    }

    private static void choose(KioskPage page, String name, String type, byte[] bytes) {
        page(page).locator("[data-group=floor] input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    @Test
    void whatWasDrawnOutlivesALookAtAnotherScreen() throws IOException {
        try (var page = open("en", 1280, 800)) {
            limit(page, "77");
            page.show("sensors");
            page.awaitTrue("document.querySelector('.setup') === null");
            page.show("setup");
            page.awaitTrue(
                    "document.querySelector('.setup-difference')?.textContent.includes('capacity: 77') === true");
        }
    }

    @Test
    void anotherScreenShowsTheNewZoneWithoutBeingLoadedAgain() throws IOException {
        try (var manager = open("en", 1280, 800);
                var wall = BROWSER.open(server.uri("/?lang=en"), 1280, 800)) {
            wall.awaitTrue("document.querySelectorAll('#plan polygon').length === 2");
            wall.evaluate("window.sameLoad = true");
            page(manager).locator("[data-tool=zone]").click();
            drag(manager, 16, 12, 18, 22);
            manager.awaitTrue("document.querySelector('[data-do=apply]').disabled === false");
            page(manager).locator("[data-do=apply]").click();
            manager.awaitTrue("document.querySelector('.setup-told').dataset.bad === 'no'");
            server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(1)));

            wall.awaitTrue("document.querySelectorAll('#plan polygon').length === 3 && window.sameLoad");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void theScreenKeepsTheRulesOfAccessibility(String lang, int width) {
        try (var page = BROWSER.openForAxe(server.uri("/?lang=" + lang + "#/setup"), width, 800)) {
            page.awaitTrue("document.querySelector('#setup-title') !== null");
            assertThat(KioskAccessibilityTest.violations(page)).isEmpty();
            logIn(page);
            page(page).locator("[data-item=shoes] .pick").click();
            page(page)
                    .locator("details.setup-group:not([open]) > summary")
                    .all()
                    .reversed()
                    .forEach(each -> each.click());
            page.awaitTrue("document.querySelector('[data-day=mon]') !== null");
            assertThat(KioskAccessibilityTest.violations(page)).isEmpty();
        }
    }

    private KioskPage open(String lang, int width, int height) {
        KioskPage page = BROWSER.open(server.uri("/?lang=" + lang + "#/setup"), width, height);
        logIn(page);
        return page;
    }

    private static void logIn(KioskPage page) {
        page(page).locator("main button[type=submit]").click();
        page(page).locator("#login-name").fill(SamplePeople.MANAGER);
        page(page).locator("#login-pin").fill(SamplePeople.PIN);
        page(page).locator("#login-pin").press("Enter");
        page.awaitTrue("document.querySelector('.setup-difference p') !== null");
    }

    private static com.microsoft.playwright.Page page(KioskPage page) {
        return page.page();
    }

    private static void limit(KioskPage page, String capacity) {
        page(page).locator("[data-group=limit] > summary").click();
        page(page).locator("[data-group=limit] input").fill(capacity);
        page(page).locator("[data-group=limit] input").press("Enter");
    }

    private static void click(KioskPage page, double x, double y) {
        double[] at = at(page, x, y);
        page(page).mouse().click(at[0], at[1]);
    }

    /** Over the plan, in metres. */
    private static void drag(KioskPage page, double x1, double y1, double x2, double y2) {
        double[] from = at(page, x1, y1);
        double[] to = at(page, x2, y2);
        Mouse mouse = page(page).mouse();
        mouse.move(from[0], from[1]);
        mouse.down();
        mouse.move(to[0], to[1], new Mouse.MoveOptions().setSteps(5));
        mouse.up();
    }

    private static double[] at(KioskPage page, double x, double y) {
        page(page).locator(".drawing").scrollIntoViewIfNeeded();
        BoundingBox sheet = page(page).locator(".drawing svg").boundingBox();
        return new double[] {sheet.x + x / 40 * sheet.width, sheet.y + y / 25 * sheet.height};
    }

    private Path file() {
        return folder.resolve("store.yaml");
    }
}
