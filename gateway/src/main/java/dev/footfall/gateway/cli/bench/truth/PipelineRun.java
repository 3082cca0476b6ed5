package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.alert.Alert;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** One capture through the whole pipeline, as {@code footfall replay} and {@code footfall report} do it. */
final class PipelineRun implements AutoCloseable {
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private final JournalReader reader;

    private PipelineRun(JournalReader reader) {
        this.reader = reader;
    }

    /** Replays lines of the capture format into an empty folder. */
    static PipelineRun of(Path folder, String store, List<String> lines) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path capture = Files.write(folder.resolve("capture.jsonl"), lines);
        return of(folder, store, capture);
    }

    static PipelineRun of(Path folder, String store, Path capture) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), store);
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong: " + store);
        }
        Path data = folder.resolve("data");
        Replay.into(data, loaded, List.of(capture), ignored -> {});
        return new PipelineRun(JournalReader.open(data));
    }

    List<Measurement> rows(Metric metric, Scope scope, Grain grain) {
        return reader.measurements(new MeasurementQuery(List.of(metric), List.of(scope), List.of(grain), EVER));
    }

    /** The only business day's row. */
    Measurement day(Metric metric, Scope scope) {
        List<Measurement> rows = rows(metric, scope, Grain.DAY);
        if (rows.size() != 1) {
            throw new IllegalStateException("there must be one row of " + metric.wireName() + ", not " + rows.size());
        }
        return rows.getFirst();
    }

    /** Everything that was raised. */
    List<Alert> alerts() {
        return reader.alerts(EVER).stream().map(StoredAlert::alert).toList();
    }

    @Override
    public void close() {
        reader.close();
    }
}
