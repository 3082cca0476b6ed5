package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.cli.bench.truth.TrackRecording.Fix;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A recording of tracks through the whole pipeline, beside what geometry says. */
final class TrackBench {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final double AMOUNT_PERCENT = 0.1;

    private final TrackRecording recording;
    private final Path folder;

    TrackBench(TrackRecording recording, Path folder) {
        this.recording = recording;
        this.folder = folder;
    }

    List<Finding> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), store());
        Path capture = folder.resolve("tracks.jsonl");
        write(capture);
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        Path data = folder.resolve("data");
        Replay.into(data, loaded, List.of(capture), ignored -> {});
        try (JournalReader reader = JournalReader.open(data)) {
            return compare(reader, TrackTruth.of(recording));
        }
    }

    private List<Finding> compare(JournalReader reader, TrackTruth truth) {
        String name = recording.name();
        Scope middle = new Scope.Line("middle");
        Scope left = new Scope.Zone("left");
        return List.of(
                Finding.exact("line.forward", name, truth.forward(), sum(reader, Metric.LINE_FORWARD, middle)),
                Finding.exact("line.backward", name, truth.backward(), sum(reader, Metric.LINE_BACKWARD, middle)),
                Finding.exact(
                        "zone.entries",
                        name,
                        truth.startsLeft() + truth.backward(),
                        sum(reader, Metric.ZONE_ENTRIES, left)),
                Finding.exact(
                        "transitions left > right",
                        name,
                        truth.forward(),
                        sum(reader, Metric.TRANSITIONS, new Scope.Flow("left", "right"))),
                Finding.exact(
                        "transitions right > left",
                        name,
                        truth.backward(),
                        sum(reader, Metric.TRANSITIONS, new Scope.Flow("right", "left"))),
                Finding.within(
                        "person-seconds, zone",
                        name,
                        truth.leftSeconds(),
                        sum(reader, Metric.PERSON_SECONDS, left),
                        AMOUNT_PERCENT),
                Finding.within(
                        "person-seconds, store",
                        name,
                        truth.seconds(),
                        sum(reader, Metric.PERSON_SECONDS, new Scope.Store()),
                        AMOUNT_PERCENT));
    }

    private static double sum(JournalReader reader, Metric metric, Scope scope) {
        Window day = new Window(START.minus(Duration.ofHours(10)), START.plus(Duration.ofHours(14)));
        return reader
                .measurements(new MeasurementQuery(List.of(metric), List.of(scope), List.of(Grain.DAY), day))
                .stream()
                .mapToDouble(row -> row.value() == null ? Double.NaN : row.value())
                .sum();
    }

    private String store() {
        double width = recording.widthM();
        double height = recording.heightM();
        return String.format(Locale.ROOT, """
                store: { id: truth, time-zone: UTC }
                floor-plan: { width-m: %1$.6f, height-m: %2$.6f }
                zones:
                  - { id: left, polygon: [[0, 0], [%3$.9f, 0], [%3$.9f, %2$.6f], [0, %2$.6f]] }
                  - { id: right, polygon: [[%3$.9f, 0], [%1$.6f, 0], [%1$.6f, %2$.6f], [%3$.9f, %2$.6f]] }
                lines:
                  - { id: middle, from: [%3$.9f, %2$.6f], to: [%3$.9f, 0] }
                sensors:
                  - { id: tracker, driver: native, match: { topic: tracks } }
                """, width, height, width / 2);
    }

    private void write(Path capture) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(capture)) {
            for (Fix fix : recording.fixes()) {
                Instant at = START.plusMillis(fix.millis());
                out.write(String.format(
                        Locale.ROOT,
                        "{\"at\":\"%s\",\"via\":\"mqtt\",\"topic\":\"tracks\",\"payload\":\"{\\\"type\\\":\\\"position\\\","
                                + "\\\"track\\\":\\\"%d\\\",\\\"x\\\":%.9f,\\\"y\\\":%.9f,\\\"at\\\":\\\"%s\\\"}\"}%n",
                        at,
                        fix.person(),
                        fix.x(),
                        fix.y(),
                        at));
            }
        }
    }
}
