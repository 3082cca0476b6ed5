package dev.footfall.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kiosk on days that are not like others, on a phone in Chinese and on an old PC's screen in English. */
class KioskScenesTest {
    @RegisterExtension
    static final KioskBrowser BROWSER = new KioskBrowser();

    /** What is cut off, reaches out of its place or lies upon something else: one line each. */
    private static final String FLAWS = """
            () => {
              const flaws = [];
              const shown = each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.unseen');
              const own = each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
              const words = each => each.textContent.trim().slice(0, 40);
              const all = [...document.querySelectorAll('header *, main *, footer *')].filter(each => own(each) && shown(each));
              const ink = ({ left, right, top, bottom, height }) =>
                ({ left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 });
              const rectsOf = each => {
                const range = document.createRange();
                range.selectNodeContents(each);
                // Letters do not fill their line: digits reach from a fifth to four fifths of it. What is clamped is not seen.
                const own = each.getBoundingClientRect();
                return [...range.getClientRects()].map(ink).map(rect => (getComputedStyle(each).overflow === 'visible' ? rect : {
                  left: Math.max(rect.left, own.left), right: Math.min(rect.right, own.right),
                  top: Math.max(rect.top, own.top), bottom: Math.min(rect.bottom, own.bottom),
                }));
              };
              const reachesOut = (x, y) => x.left < y.left - 1 || x.right > y.right + 1 || x.top < y.top - 2 || x.bottom > y.bottom + 2;
              const lieUpon = (x, y) => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 3
                && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 2;
              for (const each of all) {
                const style = getComputedStyle(each);
                const cut = style.overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0;
                if (cut && style.textOverflow !== 'ellipsis' && style.overflowX !== 'auto') {
                  flaws.push(`cut off: ${words(each)}`);
                }
                const frame = each.closest('svg, .tile, button, td, th');
                if (frame !== null && rectsOf(each).some(rect => reachesOut(rect, frame.getBoundingClientRect()))) {
                  flaws.push(`reaches out of its ${frame.nodeName}: ${words(each)}`);
                }
              }
              for (const part of document.querySelectorAll('header, .tile, .plan svg, .chart svg, .panel-head, tr, footer')) {
                const inside = all.filter(each => part.contains(each)).map(each => [each, rectsOf(each)]);
                inside.forEach(([a, ofA], i) => inside.slice(i + 1).forEach(([b, ofB]) => {
                  if (!a.contains(b) && !b.contains(a) && ofA.some(x => ofB.some(y => lieUpon(x, y)))) {
                    flaws.push(`one upon the other: ${words(a)} / ${words(b)}`);
                  }
                }));
              }
              const touched = [...document.querySelectorAll('button, a, select, input')].filter(shown);
              touched.forEach((a, i) => touched.slice(i + 1).forEach(b => {
                if (lieUpon(a.getBoundingClientRect(), b.getBoundingClientRect())) {
                  flaws.push(`one upon the other, to be touched: ${words(a)} / ${words(b)}`);
                }
              }));
              const [chart] = [...document.querySelectorAll('#hours-chart')].map(each => each.getBoundingClientRect());
              if (chart !== undefined && chart.height < 60) {
                flaws.push(`too low to be read: ${chart.height} px`);
              }
              for (const each of document.querySelectorAll('.zone-list')) {
                if (each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1) {
                  flaws.push(`must be moved sideways to be read: ${words(each)}`);
                }
              }
              const page = document.scrollingElement;
              if (page.scrollWidth > innerWidth) {
                flaws.push(`wider than the screen: ${page.scrollWidth} of ${innerWidth}`);
              }
              return [...new Set(flaws), ...(document.body.innerText.match(/NaN|undefined|\\bnull\\b|Infinity|\\[object/g) ?? [])];
            }
            """;

    private final Map<String, List<?>> flaws = new TreeMap<>();

    @ParameterizedTest
    @EnumSource
    void everyScreenReadsWellInEveryScene(Scene.Kind kind) {
        Scene scene = Scene.of(kind);
        try (var server = ApiServer.showing(scene)) {
            server.view.onlyWhatIsAsked();
            server.view.rows(SampleRows.of(scene.live(), scene.config()));
            lookAt(server, kind, "en", 1280, 720);
            lookAt(server, kind, "zh", 360, 760);
        }

        assertThat(flaws).isEmpty();
    }

    private void lookAt(ApiServer server, Scene.Kind kind, String lang, int width, int height) {
        try (var page = BROWSER.openForAxe(server.uri("/?lang=" + lang), width, height)) {
            page.awaitTrue("document.body?.dataset.line === 'live'");
            page.awaitTrue("document.querySelector('#hours-chart').childElementCount > 0"
                    + " && document.querySelector('#plan').childElementCount > 0");
            lookAt(page, kind, "now-" + lang + "-" + width);
            page.show("floor");
            page.awaitTrue("document.querySelector('.floor-side table, .floor-side .empty') !== null");
            lookAt(page, kind, "floor-" + lang + "-" + width);
            page.show("day");
            page.awaitTrue("document.querySelector('.day-chart canvas, .day-chart .empty') !== null");
            lookAt(page, kind, "day-" + lang + "-" + width);
            assertThat(page.errors()).as("complaints of the browser").isEmpty();
        }
    }

    private void lookAt(KioskPage page, Scene.Kind kind, String screen) {
        page.picture("scene-" + Scene.nameOf(kind) + "-" + screen);
        List<?> found = (List<?>) page.page().evaluate(FLAWS);
        if (!found.isEmpty()) {
            flaws.put(kind + " " + screen, found);
        }
    }
}
