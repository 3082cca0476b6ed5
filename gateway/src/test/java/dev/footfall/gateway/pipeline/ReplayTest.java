package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.journal.JournalProblem;
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
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Instant OPENING = Instant.parse("2026-11-21T20:00:00Z");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path capture(List<String> lines) throws IOException {
        return Files.write(folder.resolve("capture.jsonl"), lines);
    }

    private static String line(Instant at, String payload) {
        return "{\"at\":\"" + at + "\",\"via\":\"mqtt\",\"topic\":\"footfall/in/door\",\"payload\":\""
                + payload.replace("\"", "\\\"") + "\"}";
    }

    private List<Measurement> replayed(String name, Path capture) throws InterruptedException {
        Path data = folder.resolve(name);
        Replay.into(data, TestStore.loaded(TestStore.DOOR), List.of(capture), seen -> {});
        try (JournalReader reader = JournalReader.open(data)) {
            return reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(), EVER));
        }
    }

    private static List<Measurement> footfall(List<Measurement> rows, Grain grain) {
        return rows.stream()
                .filter(row -> row.metric() == Metric.FOOTFALL && row.scope().equals(Scope.STORE))
                .filter(row -> row.grain() == grain)
                .toList();
    }

    @Test
    void theSameCaptureGivesTheSameRowsAgain() throws Exception {
        Path capture = capture(randomDay(42));
        List<Measurement> once = replayed("once", capture);
        assertThat(replayed("twice", capture)).isEqualTo(once).isNotEmpty();
        assertThat(replayed("once", capture)).isEqualTo(once);
    }

    private static List<String> randomDay(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        java.util.ArrayList<String> lines = new java.util.ArrayList<>();
        Instant at = OPENING;
        int inside = 0;
        for (int i = 0; i < 3000; i++) {
            at = at.plusMillis(random.nextInt(1, 50_000));
            boolean in = inside == 0 || random.nextBoolean();
            inside += in ? 1 : -1;
            lines.add(line(at, "{\"type\":\"crossing\",\"in\":" + (in ? 1 : 0) + ",\"out\":" + (in ? 0 : 1) + "}"));
        }
        return lines;
    }

    @Test
    void theEndOfACaptureClosesWhatIsOpen() throws Exception {
        List<Measurement> rows = replayed(
                "closing",
                capture(List.of(
                        line(OPENING.plusSeconds(60), "{\"type\":\"crossing\",\"in\":2,\"out\":0}"),
                        line(OPENING.plusSeconds(1200), "{\"type\":\"crossing\",\"in\":0,\"out\":2}"))));

        assertThat(footfall(rows, Grain.QUARTER)).extracting(Measurement::value).containsExactly(2.0, 0.0);
        assertThat(footfall(rows, Grain.HOUR)).extracting(Measurement::value).containsExactly(2.0);
        assertThat(footfall(rows, Grain.DAY)).extracting(Measurement::value).containsExactly(2.0);
        assertThat(footfall(rows, Grain.DAY)).extracting(Measurement::state).containsExactly(State.DEGRADED);
    }

    @Test
    void lateDataRevisesTheBucketItBelongsTo() throws Exception {
        Instant noon = Instant.parse("2026-11-22T04:00:00Z");
        List<Measurement> rows = replayed(
                "late",
                capture(List.of(
                        line(noon.plusSeconds(10), "{\"type\":\"crossing\",\"in\":1,\"out\":0}"),
                        line(noon.plusSeconds(7200), "{\"type\":\"heartbeat\"}"),
                        line(
                                noon.plusSeconds(7260),
                                "{\"type\":\"crossing\",\"in\":5,\"out\":0,\"at\":\"2026-11-22T04:01:00Z\"}"),
                        line(noon.plusSeconds(7400), "{\"type\":\"heartbeat\"}"))));

        Measurement first = footfall(rows, Grain.QUARTER).getFirst();
        assertThat(first.value()).isEqualTo(6.0);
        assertThat(first.revision()).isEqualTo(1);
        assertThat(footfall(rows, Grain.HOUR).getFirst().value()).isEqualTo(6.0);
    }

    @Test
    void aMessageWithAnIdCountsOnce() throws Exception {
        String again = line(OPENING.plusSeconds(60), "{\"type\":\"crossing\",\"in\":1,\"out\":0,\"id\":\"a\"}");
        List<Measurement> rows = replayed("id", capture(List.of(again, again, again)));
        assertThat(footfall(rows, Grain.DAY).getFirst().value()).isEqualTo(1.0);
    }

    @Test
    void aClockThatCannotBeRightNeverMovesABucket() throws Exception {
        List<Measurement> rows = replayed(
                "clock",
                capture(List.of(
                        line(
                                OPENING.plusSeconds(60),
                                "{\"type\":\"crossing\",\"in\":1,\"out\":0,\"at\":\"1970-01-01T00:00:05Z\"}"),
                        line(
                                OPENING.plusSeconds(61),
                                "{\"type\":\"crossing\",\"in\":1,\"out\":0,\"at\":\"2031-01-01T00:00:00Z\"}"))));
        assertThat(footfall(rows, Grain.QUARTER)).extracting(Measurement::value).containsExactly(2.0);
    }

    @Test
    void aLiveGatewaysFolderIsRefused() throws Exception {
        Path data = folder.resolve("live");
        dev.footfall.gateway.journal.Journal.open(data, "test", "", OPENING).close();
        assertThatThrownBy(() ->
                        Replay.into(data, TestStore.loaded(TestStore.DOOR), List.of(capture(List.of())), seen -> {}))
                .isInstanceOf(JournalProblem.class)
                .hasMessageContaining("belongs to a live gateway");
    }

    @Test
    void aBadLineIsNamedWithFileLineAndRule() throws Exception {
        Path capture = capture(List.of(line(OPENING, "{}"), "{\"via\":\"mqtt\",\"payload\":\"x\"}"));
        assertThatThrownBy(() -> replayed("bad", capture))
                .isInstanceOf(BadCapture.class)
                .hasMessageContaining("capture.jsonl:2: at [] is missing");
    }
}
