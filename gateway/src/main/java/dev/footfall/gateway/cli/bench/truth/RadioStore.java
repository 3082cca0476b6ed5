package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A store with one receiver and no doors: one day's frames in, its figures out. */
final class RadioStore {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final SensorId RECEIVER = new SensorId("ap-1");

    private final Path folder;
    private final LoadResult.Loaded loaded;

    /** One frame as it arrives; an empty frame is an address only. */
    record Arrival(long millis, String address, int rssi, long fingerprint, byte[] frame) {}

    RadioStore(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), """
                store: { id: truth, time-zone: UTC }
                sensors:
                  - { id: ap-1, driver: wifi-probe, match: { topic: probes } }
                """);
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded found)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        this.loaded = found;
    }

    /** A day's value by the fold alone. */
    double fold(List<Arrival> arrivals, Metric metric) {
        StoreConfig config = loaded.config();
        BusinessDay day = config.calendar().dayOf(START);
        DayFold fold = new DayFold(config, day, LearnedFactors.NONE);
        for (Arrival heard : arrivals) {
            Identity.Raw raw = new Identity.Raw(heard.address());
            Identity who = new Identity.Pseudonym(Long.parseLong(heard.address(), 16), raw.randomised());
            fold.add(Observation.of(
                    RECEIVER,
                    START.plusMillis(heard.millis()),
                    new Fact.Sighting(who, heard.rssi(), 0, -1, heard.fingerprint())));
        }
        return value(fold.rows(Grain.DAY, day.window(), new Horizon(day.window().end(), true)), metric);
    }

    /** The same through driver, admission and journal. */
    double replay(String name, List<Arrival> arrivals, Metric metric) throws IOException, InterruptedException {
        Path capture = folder.resolve(name + ".jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(capture)) {
            for (Arrival heard : arrivals) {
                out.write(line(heard));
            }
        }
        Path data = folder.resolve(name);
        Replay.into(data, loaded, List.of(capture), ignored -> {});
        try (JournalReader reader = JournalReader.open(data)) {
            BusinessDay day = loaded.config().calendar().dayOf(START);
            return value(
                    reader.measurements(new MeasurementQuery(
                            List.of(metric), List.of(Scope.STORE), List.of(Grain.DAY), day.window())),
                    metric);
        }
    }

    private static String line(Arrival heard) {
        String frame = heard.frame().length == 0
                ? ""
                : ",\\\"frame\\\":\\\"" + Base64.getEncoder().encodeToString(heard.frame()) + "\\\"";
        return String.format(
                Locale.ROOT,
                "{\"at\":\"%s\",\"via\":\"mqtt\",\"topic\":\"probes\",\"payload\":"
                        + "\"{\\\"type\\\":\\\"sighting\\\",\\\"mac\\\":\\\"%s\\\",\\\"rssi\\\":%d%s}\"}%n",
                START.plusMillis(heard.millis()),
                heard.address(),
                heard.rssi(),
                frame);
    }

    private static double value(List<Measurement> rows, Metric metric) {
        return rows.stream()
                .filter(row -> row.metric() == metric && row.scope().equals(Scope.STORE) && row.value() != null)
                .mapToDouble(row -> row.value() == null ? Double.NaN : row.value())
                .findFirst()
                .orElse(Double.NaN);
    }
}
