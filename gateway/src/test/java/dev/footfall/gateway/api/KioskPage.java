package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;

/** A page of the kiosk in a browser context of its own. */
public final class KioskPage implements AutoCloseable {
    /** Every picture lies here after a build. */
    static final Path PICTURES = Path.of("target/kiosk-pictures");

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private KioskPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.onConsoleMessage(this::hear);
        page.onPageError(errors::add);
    }

    static KioskPage open(BrowserContext context, URI address) {
        KioskPage opened = new KioskPage(context);
        opened.page.navigate(address.toString());
        return opened;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            errors.add(message.text() + " at " + message.location());
        }
    }

    /** Playwright's page, for what a visitor does with mouse and keyboard. */
    public Page page() {
        return page;
    }

    /** Opens one of the kiosk's screens by its name. */
    public void show(String screen) {
        evaluate("location.hash = '#/" + screen + "'");
    }

    /** Lets time pass on a page that was opened with a clock. */
    void forward(Duration time) {
        page.clock().fastForward(time.toMillis());
    }

    /** The value of a script expression, as text. */
    public String evaluate(String expression) {
        return String.valueOf(page.evaluate(expression));
    }

    /** The text of the first element that the selector names; empty if there is none. */
    public String text(String selector) {
        return evaluate("document.querySelector(\"" + selector + "\")?.textContent ?? ''");
    }

    public void awaitText(String selector, String wanted) {
        patiently().untilAsserted(() -> assertThat(text(selector)).isEqualTo(wanted));
    }

    public void awaitTrue(String expression) {
        patiently().until(() -> evaluate(expression).equals("true"));
    }

    /** Waits on the test's own thread, for Playwright knows no other. */
    static ConditionFactory patiently() {
        return await().pollInSameThread().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE);
    }

    /** What the page complained about: script errors, refused requests, breaches of the content policy. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** What the screen shows, under {@link #PICTURES}. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
