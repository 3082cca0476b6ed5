package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Metric;
import dev.footfall.reason.Sentence;
import dev.footfall.reason.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KioskAssetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/kiosk");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(:\\w+)?}");
    private static final Pattern KEY = Pattern.compile("[\"'`]([a-z]+(?:\\.[a-z0-9_]+)+)[\"'`]");
    /** Keys that the scripts put together, by their beginning. */
    /** English comes along with the code. */
    private static final Pattern SAID_BY_CODE = Pattern.compile("rule\\.(?!joint$).+");

    private static final List<String> COMPOSED = List.of(
            "tile.",
            "state.",
            "limit.",
            "line.",
            "hours.",
            "health.",
            "unit.",
            "language.name",
            "reason.",
            "screen.",
            "login.",
            "setup.",
            "plan.",
            "lengths.",
            "problem.",
            "rule.",
            "role.",
            "metric.",
            "nature.",
            "scope.",
            "sensors.status.",
            "rows.state.",
            "exceptions.",
            "door.",
            "count.told.",
            "refused.",
            "day.");
    /** Names of metrics that look like keys, whether this gateway computes them yet or not. */
    private static final Pattern METRICS =
            Pattern.compile("(zone|dwell|occupancy|vehicles|queue|parking|forecast|wifi)\\.[a-z0-9]+(\\.[a-z]+)?");
    /** All that is fetched before the first screen can be read. */
    private static final List<String> FIRST_LOAD = List.of(
            KioskAssets.PAGE,
            "style.css",
            "screens.css",
            "day.css",
            "session.css",
            "notes.css",
            "setup.css",
            "icon.svg",
            "kiosk.js",
            "exception.js",
            "floor.js",
            "format.js",
            "health.js",
            "hours.js",
            "page.js",
            "reason.js",
            "rows.js",
            "session.js",
            "stream.js",
            "text.js",
            "tiles.js",
            "screens/now.js",
            "text/en.json",
            "text/zh.json");

    @Test
    void everyFileOfThePageIsServedAndNoOther() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(KioskAssets.FILES);
        }
    }

    @Test
    void nothingComesFromOutsideAndNothingIsInline() throws IOException {
        for (String file : KioskAssets.FILES) {
            String text = Files.readString(FOLDER.resolve(file));
            assertThat(text.replace("http://www.w3.org/2000/svg", "")).as(file).doesNotContain("://");
            assertThat(text).as(file).doesNotContain("innerHTML", "eval(", "document.write");
            if (file.endsWith(".html")) {
                assertThat(text).doesNotContainPattern("<style|style=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
            }
        }
    }

    @Test
    void theFirstLoadIsSmallAndFetchesNoCharts() throws IOException {
        Map<String, StaticContent> assets = KioskAssets.load();
        long bytes = 0;
        for (String file : FIRST_LOAD) {
            String text = Files.readString(FOLDER.resolve(file));
            bytes += text.getBytes(UTF_8).length;
            assertThat(text).as(file).doesNotContain(KioskAssets.CHARTS, "chart.js");
        }

        assertThat(bytes).isLessThan(300 * 1024);
        assertThat(assets.get(KioskAssets.CHARTS)).isNotNull();
    }

    @Test
    void everyModuleThatTheFirstScreenImportsIsInTheFirstLoad() throws IOException {
        Pattern imported = Pattern.compile("^import .* from '\\.{1,2}/([a-z/-]+\\.js)'", Pattern.MULTILINE);
        for (String file : FIRST_LOAD) {
            if (file.endsWith(".js")) {
                assertThat(imported.matcher(Files.readString(FOLDER.resolve(file)))
                                .results()
                                .map(found -> found.group(1)))
                        .as(file)
                        .isSubsetOf(FIRST_LOAD);
            }
        }
    }

    @Test
    void theChartLibraryNeedsNoUnsafePolicyAndBringsItsLicence() {
        String library = KioskAssets.resource("/charts/echarts.simple.min.js").toString(UTF_8);

        assertThat(library).doesNotContain("eval(", "new Function(");
        assertThat(KioskAssets.resource("/charts/LICENSE").toString(UTF_8)).contains("Apache License");
        assertThat(KioskAssets.resource("/charts/NOTICE").toString(UTF_8)).contains("Apache ECharts");
    }

    @Test
    void bothLanguagesSayEverything() throws IOException {
        Map<String, String> english = words("en");
        Map<String, String> chinese = words("zh");

        assertThat(chinese.keySet().stream()
                        .filter(key -> !SAID_BY_CODE.matcher(key).matches()))
                .containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, words) -> {
            assertThat(placeholders(chinese.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(words));
            assertThat(chinese.get(key)).as(key).isNotBlank();
        });
    }

    @Test
    void everyWordThatIsUsedIsThereAndEveryWordThatIsThereIsUsed() throws IOException {
        Set<String> known = words("en").keySet();
        Set<String> used = new TreeSet<>();
        for (String file : KioskAssets.FILES) {
            if (file.endsWith(".js") || file.endsWith(".html")) {
                String text = Files.readString(FOLDER.resolve(file));
                KEY.matcher(text).results().map(found -> found.group(1)).forEach(used::add);
            }
        }
        used.removeIf(word -> word.matches("footfall\\.language|[a-z]+\\.(js|css|svg)")
                || METRICS.matcher(word).matches());

        assertThat(known).containsAll(used);
        assertThat(known.stream().filter(key -> !used.contains(key)))
                .allMatch(key -> COMPOSED.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyRuleOfTheConfigurationIsSaidInChineseWithTheSamePlaces() throws IOException {
        Pattern rule = Pattern.compile("Rule\\.of\\(\\s*\"([a-z0-9-]+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");
        Map<String, String> chinese = words("zh");
        Map<String, String> rules = new TreeMap<>(Map.of("missing", ""));
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/footfall/gateway/config"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                rule.matcher(Files.readString(source))
                        .results()
                        .forEach(found -> rules.put(found.group(1), found.group(2)));
            }
        }

        assertThat(rules).hasSizeGreaterThan(80);
        rules.forEach((code, template) -> {
            String said = chinese.get("rule." + code);
            assertThat(said).as(code).isNotBlank();
            assertThat(placeholders(String.valueOf(said))).as(code).isEqualTo(placeholders(template));
        });
        assertThat(chinese.keySet().stream()
                        .filter(key -> SAID_BY_CODE.matcher(key).matches() && !key.startsWith("rule.word."))
                        .map(key -> key.substring("rule.".length())))
                .containsExactlyInAnyOrderElementsOf(rules.keySet());
    }

    @Test
    void everyReasonOfTheCoreIsSaidInBothLanguagesWithTheSamePlaces() throws IOException {
        Map<String, String> english = words("en");
        Map<String, String> chinese = words("zh");

        assertThat(Sentence.all()).hasSizeGreaterThan(70).allSatisfy(sentence -> {
            String key = "reason." + sentence.code();
            Set<String> places = placeholders(sentence.template());
            assertThat(places).as(key).hasSize(sentence.places().size());
            assertThat(english.get(key)).as(key).isEqualTo(sentence.template());
            assertThat(placeholders(chinese.getOrDefault(key, ""))).as(key).isEqualTo(places);
            assertThat(chinese.get(key)).as(key).isNotBlank().doesNotContainPattern("[a-z]{2,} [a-z]{2,}");
        });
        assertThat(Word.values()).allSatisfy(word -> assertThat(chinese).containsKey("reason.word." + word.wireName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyMetricHasItsName(String language) throws IOException {
        assertThat(words(language))
                .containsKeys(Stream.of(Metric.values())
                        .map(metric -> "metric." + metric.wireName())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyStateOfAFigureHasItsWords(String language) throws IOException {
        assertThat(words(language)).containsKeys("state.degraded", "state.estimated", "state.invalid", "state.closed");
    }

    private static Map<String, String> words(String language) {
        return KioskTexts.of(language);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
