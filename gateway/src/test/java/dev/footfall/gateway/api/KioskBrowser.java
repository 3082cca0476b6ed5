package dev.footfall.gateway.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The machine's own Chromium, driven by Playwright: one for all tests, with a fresh context for each page. Without a
 * browser the tests of a class are skipped, and say so.
 */
public final class KioskBrowser implements BeforeAllCallback {
    private @Nullable Running running;

    /** Playwright and its browser, closed when the last test has run. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running launch(Path executable) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of("--no-sandbox")));
            return new Running(playwright, browser);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> found = installed();
        assumeTrue(found.isPresent(), "skipped: no Chromium at /usr/bin/chromium to look at the kiosk with");
        running = context.getRoot()
                .getStore(Namespace.create(KioskBrowser.class))
                .getOrComputeIfAbsent(Running.class, ignored -> Running.launch(found.orElseThrow()), Running.class);
    }

    /** Where Chromium is on this machine, if it is. */
    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page as a visitor has it. */
    public KioskPage open(URI address, int width, int height) {
        return open(address, new Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** The same, of somebody whose browser is set to a language. */
    KioskPage openIn(String language, URI address) {
        return open(
                address,
                new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale(language));
    }

    /** A page into which axe may put its script, which the kiosk's content policy would refuse. */
    KioskPage openForAxe(URI address, int width, int height) {
        return open(
                address,
                new Browser.NewContextOptions().setViewportSize(width, height).setBypassCSP(true));
    }

    /** The same, with a clock that a test may put forward instead of waiting. */
    KioskPage openWithClock(URI address, int width, int height) {
        BrowserContext context = context(
                new Browser.NewContextOptions().setViewportSize(width, height).setBypassCSP(true));
        context.clock().install();
        return KioskPage.open(context, address);
    }

    private KioskPage open(URI address, Browser.NewContextOptions options) {
        return KioskPage.open(context(options), address);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        if (running == null) {
            throw new IllegalStateException("register the browser as a static extension");
        }
        return running.browser().newContext(options);
    }
}
