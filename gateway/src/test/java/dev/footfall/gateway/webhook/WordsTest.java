package dev.footfall.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.cli.Main;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.measurement.Measurement;
import dev.footfall.time.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the gateway says in English is said in Chinese to those who read Chinese. */
class WordsTest {
    /** Two words in a row with small letters: ids have none. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private final Words chinese = Words.of("zh");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            door-1 silent 10:00–10:15                                   | door-1 于 10:00–10:15 无信号
            85 people where 40 are usual at this weekday and time (limits 10 to 81); it looks real: every sensor is heard. | 85 人，而该星期与时段通常为 40 人（界限 10 至 81）；看起来是真实情况：所有传感器都在线。
            3 people where 40 are usual at this weekday and time (limits 10 to 81); a sensor fault is likely: d silent 10:00–10:15; e silent 10:00–11:00. | 3 人，而该星期与时段通常为 40 人（界限 10 至 81）；可能是传感器故障：d 于 10:00–10:15 无信号；e 于 10:00–11:00 无信号。
            door-1: silent since 10:15, for it has not spoken for twice the 5 min in which it should. This looks like a fault of the sensor, not like a quiet store: see to its power, its network and what stands in its way. | door-1：自 10:15 起无信号，已超过应答间隔 5 分钟的两倍。疑似传感器故障，而非客流清淡：请检查供电、网络和遮挡。
            130 people were in the store at once; its capacity is 120.  | 曾有 130 人同时在店；容量为 120 人。
            nobody has ever said this                                   | nobody has ever said this
            """)
    void aReasonIsSaidInChinese(String english, String said) {
        assertThat(chinese.reason(english)).isEqualTo(said);
    }

    @Test
    void everyReasonOfASimulatedStoreWithFaultsIsSaidInChinese() throws Exception {
        Path config = Path.of("../config/example").toAbsolutePath().normalize();
        Path capture = folder.resolve("days.jsonl.gz");
        String start = "2026-01-05";
        run(
                "simulate",
                "--config",
                config.toString(),
                "--days",
                "3",
                "--from",
                start,
                "--seed",
                "7",
                "--dead",
                "door-mall=2026-01-06T03:00:00Z/2026-01-06T06:00:00Z",
                "--out",
                capture.toString(),
                "--truth",
                folder.resolve("truth.csv").toString());
        Path data = folder.resolve("data");
        run("replay", "--config", config.toString(), "--data", data.toString(), capture.toString());

        Set<String> reasons = new TreeSet<>();
        try (JournalReader reader = JournalReader.open(data)) {
            reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(), EVER)).stream()
                    .map(Measurement::reason)
                    .filter(Objects::nonNull)
                    .forEach(reasons::add);
            reader.alerts(EVER).forEach(stored -> reasons.add(stored.alert().reason()));
        }
        assertThat(Files.exists(capture)).isTrue();
        assertThat(reasons).hasSizeGreaterThan(5);
        assertThat(reasons.stream()
                        .map(chinese::reason)
                        .filter(said -> ENGLISH.matcher(said).find()))
                .isEmpty();
    }

    private static void run(String... arguments) {
        assertThat(new CommandLine(Main.class).execute(arguments)).isZero();
    }
}
