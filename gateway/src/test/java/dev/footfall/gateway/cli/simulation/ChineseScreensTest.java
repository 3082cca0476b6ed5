package dev.footfall.gateway.cli.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.api.KioskBrowser;
import dev.footfall.gateway.api.KioskPage;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.service.SystemdNotifier;
import dev.footfall.gateway.wiring.Gateway;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.device.Faults;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every screen of the demo's store with sensors at fault, read in Chinese: nothing is English but what people named. */
class ChineseScreensTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    /** Words of small letters side by side: ids and units have none. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]?[a-z]+,? [a-z]{2,}");

    private static final String EVERYTHING = """
            [document.body.innerText,
             ...[...document.querySelectorAll('[title], [aria-label], [placeholder], [alt]')]
                 .flatMap(e => ['title', 'aria-label', 'placeholder', 'alt'].map(name => e.getAttribute(name) ?? ''))]
                .join('\\n')""";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private final DemoClock clock = DemoClock.at(Instant.parse("2026-11-25T07:40:00Z"), 1);
    private Gateway gateway;
    private StoreConfig config;

    @BeforeEach
    void start() throws Exception {
        LocalTime now = clock.instant().atZone(SHANGHAI).toLocalTime();
        Files.writeString(folder.resolve(ConfigLoader.FILE), DemoStore.yaml(SHANGHAI, now, 0, 0));
        Files.writeString(folder.resolve(DemoStore.PEOPLE), DemoStore.people());
        LoadResult.Loaded loaded = (LoadResult.Loaded) ConfigLoader.load(folder);
        config = loaded.config();
        DemoHistory history = DemoHistory.of(DemoStore.simulated(config, now), 1, clock.instant(), faults());
        gateway = Gateway.start(
                loaded,
                folder,
                folder.resolve("data"),
                clock,
                SystemdNotifier.from(Map.of(), 0),
                pipeline -> history.replay(
                        pipeline,
                        clock,
                        () -> false,
                        new Progress(new PrintWriter(Writer.nullWriter()), history.from(), clock.instant())));
        refuse();
    }

    /** Yesterday a door loses people out; today it has fallen silent, and another's clock stands still. */
    private Faults faults() {
        Instant now = clock.instant();
        Window silent = new Window(now.minus(Duration.ofMinutes(150)), now.plus(Duration.ofHours(1)));
        return new Faults(
                0,
                0.2,
                0,
                0,
                List.of(new Faults.DeadSpan(new SensorId("door-mall"), silent)),
                List.of(new Faults.FrozenClock(new SensorId("door-main"), now.minus(Duration.ofHours(3)))),
                List.of());
    }

    private void refuse() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gateway.kiosk().resolve("/ingest/hikvision/door-mall"))
                                .POST(HttpRequest.BodyPublishers.ofString("<broken"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void nothingIsEnglishButWhatPeopleNamed() {
        try (var page = BROWSER.open(gateway.kiosk().resolve("/?lang=zh"), 1280, 720)) {
            page.awaitTrue("document.body?.dataset.line === 'live' && document.querySelector('.exception') !== null");
            assertChinese(page, "now");
            page.show("floor");
            page.awaitTrue("document.querySelector('.floor-side')?.textContent.includes('Coats')");
            assertChinese(page, "floor");
            page.show("day");
            page.awaitTrue("document.querySelector('[data-metric=footfall] .key-value')?.textContent.length > 0");
            page.page().locator("[data-metric=footfall] button").first().click();
            page.awaitTrue("document.querySelector('dialog tbody .reason') !== null");
            assertThat(page.text("dialog tbody")).contains("无信号");
            assertChinese(page, "day");
            page.page().keyboard().press("Escape");
            page.show("exceptions");
            page.awaitTrue("document.querySelectorAll('.alert .alert-reason').length > 2");
            assertThat(page.text("#screen")).contains("无信号", "的时钟停走", "进店较出店");
            assertChinese(page, "exceptions");
            page.show("sensors");
            page.awaitTrue("document.querySelector('[data-sensor=door-mall] details') !== null");
            page.page()
                    .locator("[data-sensor=door-mall] details summary")
                    .first()
                    .click();
            assertThat(page.text("[data-sensor=door-mall] details")).contains("不是 XML");
            assertChinese(page, "sensors");
            page.page().locator("[data-do=log-in]").click();
            page.page().fill("#login-name", "manager");
            page.page().fill("#login-pin", "246810");
            page.page().press("#login-pin", "Enter");
            page.show("setup");
            page.awaitTrue("document.querySelector('[data-tool=zone]') !== null");
            assertChinese(page, "setup");
            assertThat(page.errors()).isEmpty();
        }
        for (String path : List.of("door", "privacy")) {
            try (var page = BROWSER.open(gateway.kiosk().resolve("/" + path + "?lang=zh"), 1280, 720)) {
                page.awaitTrue("document.querySelector('h1')?.textContent.length > 0");
                assertChinese(page, path);
            }
        }
    }

    private void assertChinese(KioskPage page, String screen) {
        page.picture("faults-zh-" + screen);
        String text = page.evaluate(EVERYTHING);
        for (String name : named()) {
            text = text.replace(name, "");
        }
        assertThat(text).as(screen).containsPattern("[\u4e00-\u9fff]");
        List<String> english = ENGLISH.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(english).as(screen).isEmpty();
    }

    private List<String> named() {
        return Stream.of(
                        Stream.of(config.store().name()),
                        config.entrances().stream().map(StoreConfig.Entrance::name),
                        config.zones().stream().map(StoreConfig.Zone::name))
                .flatMap(names -> names)
                .toList();
    }
}
