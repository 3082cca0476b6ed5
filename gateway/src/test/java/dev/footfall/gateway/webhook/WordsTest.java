package dev.footfall.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.cli.Main;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.measurement.Measurement;
import dev.footfall.reason.DriftReason;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason.Silent;
import dev.footfall.reason.SensorReason.SilentAgain;
import dev.footfall.reason.TroubleReason.SilentSince;
import dev.footfall.reason.UnusualReason.FaultLikely;
import dev.footfall.reason.UnusualReason.LooksReal;
import dev.footfall.reason.UnusualReason.Unusual;
import dev.footfall.reason.Word;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the gateway says in English is said in Chinese to those who read Chinese. */
class WordsTest {
    /** Two words in a row with small letters: ids have none. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-01-06T10:00:00+08:00");
    private static final Reason SILENT = new Silent("d", TEN, TEN.plusMinutes(15));

    private final Words words = Words.of("zh");
    private final Telling chinese = new Telling(
            words,
            new Numbers(
                    words,
                    "zh",
                    new StoreCalendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), OpeningHours.ALWAYS),
                    null));

    @TempDir
    Path folder;

    static Stream<Arguments> said() {
        return Stream.of(
                arguments(SILENT, "d 于 10:00–10:15 无信号"),
                arguments(
                        new Reason.Several(List.of(new Unusual(1085, Word.PEOPLE, 40, 10, 81), new LooksReal())),
                        "1,085 人，而该星期与时段通常为 40 人（界限 10 至 81）；看起来是真实情况：所有传感器都在线。"),
                arguments(
                        new FaultLikely(new Reason.Several(List.of(SILENT, new SilentAgain("e", 2)))),
                        "可能是传感器故障：d 于 10:00–10:15 无信号；e 另有 2 次无信号。"),
                arguments(
                        new SilentSince("d", TEN, Duration.ofMinutes(5)),
                        "d：自 10:00 起无信号，已超过应答间隔 5分钟的两倍。疑似传感器故障，而非客流清淡：请检查供电、网络和遮挡。"),
                arguments(
                        new DriftReason.EntranceDrifts(12.34, "main", new DriftReason.SideLost(Word.EXITS, 9, 4)),
                        "进店较出店 +12.3 %：疑似出入口 main 的传感器故障，出店方向疑似漏计（进 9，出 4）：请检查传感器该侧。"),
                arguments(new Reason.Told("said by an older version"), "said by an older version"));
    }

    @ParameterizedTest
    @MethodSource("said")
    void aReasonIsSaidInChinese(Reason reason, String said) {
        assertThat(chinese.of(reason)).isEqualTo(said);
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

        Set<Reason> reasons = new HashSet<>();
        try (JournalReader reader = JournalReader.open(data)) {
            reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(), EVER)).stream()
                    .map(Measurement::why)
                    .filter(Objects::nonNull)
                    .forEach(reasons::add);
            reader.alerts(EVER).forEach(stored -> reasons.add(stored.alert().why()));
        }
        assertThat(Files.exists(capture)).isTrue();
        assertThat(reasons).hasSizeGreaterThan(5).doesNotHaveAnyElementsOfTypes(Reason.Told.class);
        assertThat(reasons.stream()
                        .map(chinese::of)
                        .filter(said -> ENGLISH.matcher(said).find()))
                .isEmpty();
    }

    private static void run(String... arguments) {
        assertThat(new CommandLine(Main.class).execute(arguments)).isZero();
    }
}
