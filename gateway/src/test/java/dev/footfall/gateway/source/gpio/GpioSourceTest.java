package dev.footfall.gateway.source.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.pipeline.TestStore;
import dev.footfall.gpio.LineWish.Pull;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpioSourceTest {
    private static final int OUTER = 17;
    private static final int INNER = 27;
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    private static final StoreConfig CONFIG = TestStore.loaded("""
            store: { id: test, time-zone: UTC }
            entrances: [ { id: main, name: Main } ]
            sensors:
              - id: door
                driver: gpio-beam
                entrance: main
                options: { chip: pinctrl, outer: 17, inner: 27, active: low, pull: up }
            """).config();

    private final SimulatedLines lines = new SimulatedLines();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Intake recording = new Intake() {
        @Override
        public boolean offer(Arrival arrival) {
            return arrivals.add(arrival);
        }

        @Override
        public void whenRoom(Runnable resume) {
            resume.run();
        }
    };

    @TempDir
    Path folder;

    private GpioSource started(Intake intake) {
        return GpioSource.start(CONFIG.sensors(), lines, intake, InstantSource.system(), Duration.ofMillis(20));
    }

    private List<String> texts() {
        return arrivals.stream()
                .map(arrival -> new String(arrival.message().payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private void walkIn() {
        lines.edge(OUTER, false, 2000)
                .edge(INNER, false, 100)
                .edge(OUTER, true, 300)
                .edge(INNER, true, 100);
    }

    @Test
    void asksForTheSensorsLinesInOneRequest() {
        try (GpioSource source = started(recording)) {
            await().until(() -> source.watching() == 1);
        }
        assertThat(lines.wished()).isNotNull();
        assertThat(lines.wished().chip()).isEqualTo("pinctrl");
        assertThat(lines.wished().lines()).containsExactly(OUTER, INNER);
        assertThat(lines.wished().pull()).isEqualTo(Pull.UP);
        assertThat(lines.wished().consumer()).isEqualTo("footfall door");
    }

    @Test
    void tellsTheLevelsItFoundAndThenEveryEdgeWithTheKernelsTime() {
        lines.set(OUTER, true);
        try (GpioSource source = started(recording)) {
            await().until(() -> source.watching() == 1);
            walkIn();
            await().until(() -> texts().size() >= 6);
        }
        assertThat(texts()).startsWith("17 high", "27 low", "17 falling", "27 falling", "17 rising", "27 rising");
        assertThat(arrivals)
                .allMatch(arrival -> arrival.source() == Source.GPIO
                        && "door".equals(arrival.sensor())
                        && "gpio-beam".equals(arrival.driver()));
        Duration betweenBreaks =
                Duration.between(arrivals.get(2).at(), arrivals.get(3).at());
        assertThat(betweenBreaks).isBetween(Duration.ofMillis(90), Duration.ofMillis(110));
    }

    @Test
    void aGapInTheKernelsNumbersIsARecordedLoss() {
        try (GpioSource source = started(recording)) {
            await().until(() -> source.watching() == 1);
            lines.edge(OUTER, false, 10);
            lines.lose(OUTER, 3);
            lines.edge(OUTER, true, 10);
            await().until(() -> texts().contains("17 rising"));
        }
        assertThat(texts()).containsSubsequence("17 falling", "17 lost 3", "17 rising");
    }

    @Test
    void saysThatItIsWatchingOnceTheDoorIsQuiet() {
        try (GpioSource source = started(recording)) {
            await().until(() -> source.watching() == 1);
            await().until(() -> texts().contains("17 alive"));
        }
    }

    @Test
    void linesThatCannotBeHadAreTakenUpAsSoonAsTheyCan() {
        lines.fail("line 17 of pinctrl is in use by [other]: stop it");
        try (GpioSource source = started(recording)) {
            assertThat(source.watching()).isZero();
            assertThat(texts()).isEmpty();
            lines.fail(null);
            await().until(() -> source.watching() == 1);
            lines.fail("line 17 of pinctrl can no longer be read");
            await().until(() -> source.watching() == 0);
            lines.fail(null);
            await().until(() -> source.watching() == 1);
        }
    }

    @Test
    void walksThroughASimulatedDoorAreCountedByTheWholePipeline() throws Exception {
        lines.set(OUTER, true);
        lines.set(INNER, true);
        try (Journal journal = Journal.open(folder, "test", "", Instant.ofEpochSecond(1));
                GatewayMetrics metrics = new GatewayMetrics();
                Pipeline pipeline =
                        Pipeline.living(CONFIG, journal, new Pseudonyms(null), metrics, InstantSource.system())) {
            pipeline.start();
            try (GpioSource source = started(pipeline.intake())) {
                await().until(() -> source.watching() == 1);
                for (int i = 0; i < 5; i++) {
                    lines.edge(OUTER, false, 2000).edge(INNER, false, 100);
                    lines.edge(OUTER, true, 300).edge(INNER, true, 100);
                }
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() ->
                                assertThat(today(Metric.ENTRIES_RAW).value()).isEqualTo(5.0));
            }
        }
        assertThat(today(Metric.ENTRIES).state()).isEqualTo(State.ESTIMATED);
        assertThat(today(Metric.EXITS_RAW).value()).isZero();
    }

    private Measurement today(Metric metric) {
        try (JournalReader reader = JournalReader.open(folder)) {
            List<Measurement> rows = reader.measurements(
                    new MeasurementQuery(List.of(metric), List.of(Scope.STORE), List.of(Grain.DAY), EVER));
            assertThat(rows).isNotEmpty();
            return rows.getLast();
        }
    }
}
