package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.replay.CaptureReader.BadCapture;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of edges, replayed. */
class BeamReplayTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    private static final String STORE = """
            store: { id: test, time-zone: UTC }
            entrances:
              - { id: front, name: Front }
              - { id: back, name: Back }
            sensors:
              - id: dual
                driver: gpio-beam
                entrance: front
                options: { outer: 17, inner: 27, active: low, debounce: 25ms }
              - id: single
                driver: gpio-beam
                entrance: back
                options: { outer: 22 }
            """;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    private void edge(String sensor, long millis, int line, String edge) {
        lines.add("{\"at\":\"" + NINE.plusMillis(millis) + "\",\"via\":\"gpio\",\"sensor\":\"" + sensor + "\",\"line\":"
                + line + ",\"edge\":\"" + edge + "\"}");
    }

    private void walk(long millis, int first, int second) {
        edge("dual", millis, first, "falling");
        edge("dual", millis + 100, second, "falling");
        edge("dual", millis + 400, first, "rising");
        edge("dual", millis + 500, second, "rising");
    }

    private List<Measurement> replayed() throws IOException, InterruptedException {
        Path capture = Files.write(folder.resolve("capture.jsonl"), lines);
        Replay.into(folder.resolve("data"), TestStore.loaded(STORE), List.of(capture), seen -> {});
        try (JournalReader reader = JournalReader.open(folder.resolve("data"))) {
            return reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(Grain.DAY), EVER));
        }
    }

    private static Measurement row(List<Measurement> rows, Metric metric, Scope scope) {
        return rows.stream()
                .filter(row -> row.metric() == metric && row.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDualBeamTellsEntriesAndExitsAndItsPlainCounts() throws Exception {
        for (int i = 0; i < 10; i++) {
            walk(i * 10_000L, 17, 27);
        }
        for (int i = 10; i < 17; i++) {
            walk(i * 10_000L, 27, 17);
        }
        List<Measurement> rows = replayed();
        Scope front = new Scope.Entrance("front");
        assertThat(row(rows, Metric.ENTRIES_RAW, front).value()).isEqualTo(10);
        assertThat(row(rows, Metric.EXITS_RAW, front).value()).isEqualTo(7);
        Measurement entries = row(rows, Metric.ENTRIES, front);
        assertThat(entries.value()).isEqualTo(10);
        assertThat(entries.state()).isEqualTo(State.ESTIMATED);
        assertThat(entries.low()).isLessThanOrEqualTo(10);
        assertThat(entries.high()).isGreaterThan(10);
        assertThat(entries.reason()).contains("hidden behind others");
    }

    @Test
    void theEndOfACaptureCountsWhoIsBetweenTheBeams() throws Exception {
        walk(0, 17, 27);
        assertThat(row(replayed(), Metric.ENTRIES_RAW, Scope.STORE).value()).isEqualTo(1);
    }

    @Test
    void aSingleBeamCountsHalvesAndSaysSo() throws Exception {
        for (int i = 0; i < 10; i++) {
            edge("single", i * 10_000L, 22, "rising");
            edge("single", i * 10_000L + 400, 22, "falling");
        }
        List<Measurement> rows = replayed();
        Measurement footfall = row(rows, Metric.FOOTFALL, new Scope.Entrance("back"));
        assertThat(footfall.value()).isEqualTo(5);
        assertThat(footfall.state()).isEqualTo(State.ESTIMATED);
        assertThat(footfall.reason()).contains("without direction");
        assertThat(footfall.low()).isLessThan(5);
        assertThat(footfall.high()).isGreaterThan(5);
        assertThat(rows)
                .noneMatch(
                        row -> row.metric() == Metric.DRIFT_RATE && row.scope().equals(new Scope.Entrance("back")));
    }

    @Test
    void signsOfLifeMakeAnEmptyDoorZeroAndABlockedBeamUnwatched() throws Exception {
        for (int minute = 0; minute < 120; minute++) {
            edge("dual", minute * 60_000L, 17, "alive");
            edge("single", minute * 60_000L, 22, "alive");
            if (minute == 60) {
                edge("single", minute * 60_000L + 1000, 22, "rising");
            }
        }
        List<Measurement> rows = replayed();
        Measurement front = row(rows, Metric.COMPLETENESS, new Scope.Entrance("front"));
        Measurement back = row(rows, Metric.COMPLETENESS, new Scope.Entrance("back"));
        assertThat(front.value()).isGreaterThan(back.value());
    }

    @Test
    void anEdgeWithoutItsSensorIsNoCapture() {
        lines.add("{\"at\":\"" + NINE + "\",\"via\":\"gpio\",\"line\":17,\"edge\":\"rising\"}");
        assertThatThrownBy(this::replayed)
                .isInstanceOf(BadCapture.class)
                .hasMessageContaining("needs sensor, line and edge");
    }
}
