package dev.footfall.gateway.api;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kiosk's files, read once from the jar. A new file of the page is named here. */
final class KioskAssets {
    static final String FOLDER = "/kiosk/";
    /** Where the words of each language are. */
    static final String TEXTS = "text/";

    static final String PAGE = "index.html";
    /** What hangs at the door: may one more come in? */
    static final String DOOR = "door.html";
    /** What shoppers may read about what is measured. */
    static final String PRIVACY = "privacy.html";
    /** The chart library, which the build takes out of its WebJar; fetched only by screens that draw charts. */
    static final String CHARTS = "lib/echarts.js";
    /** What a browser without a token is shown. */
    static final String DENIED = "denied.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");
    static final List<String> FILES = List.of(
            PAGE,
            DENIED,
            DOOR,
            PRIVACY,
            "style.css",
            "screens.css",
            "day.css",
            "notes.css",
            "door.css",
            "session.css",
            "setup.css",
            "icon.svg",
            "kiosk.js",
            "chart.js",
            "door.js",
            "exception.js",
            "floor.js",
            "format.js",
            "health.js",
            "hours.js",
            "page.js",
            "privacy.js",
            "reason.js",
            "rows.js",
            "session.js",
            "stream.js",
            "text.js",
            "tiles.js",
            "write.js",
            "screens/arrivals.js",
            "screens/audits.js",
            "screens/count.js",
            "screens/day.js",
            "screens/events.js",
            "screens/exceptions.js",
            "screens/floor-screen.js",
            "screens/funnel.js",
            "screens/lengths.js",
            "screens/now.js",
            "screens/rows-dialog.js",
            "screens/sensors.js",
            "screens/ways.js",
            "screens/week.js",
            "screens/setup.js",
            "setup/draft.js",
            "setup/fields.js",
            "setup/plan.js",
            "text/en.json",
            "text/zh.json");

    private KioskAssets() {}

    /** All files by name. */
    static Map<String, StaticContent> load() {
        Map<String, StaticContent> assets = new TreeMap<>();
        for (String file : FILES) {
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            if (type == null) {
                throw new IllegalStateException("kiosk file [" + file + "] must be of a known type: " + TYPES.keySet());
            }
            assets.put(file, StaticContent.of(type, content(file)));
        }
        assets.put(
                CHARTS,
                StaticContent.kept("text/javascript; charset=utf-8", resource("/charts/echarts.simple.min.js")));
        return assets;
    }

    private static Buffer content(String file) {
        return file.startsWith(TEXTS)
                ? Buffer.buffer(KioskTexts.json(file.substring(TEXTS.length(), file.lastIndexOf('.'))))
                : resource(FOLDER + file);
    }

    static Buffer resource(String path) {
        try (InputStream in = KioskAssets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar must hold " + path);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
