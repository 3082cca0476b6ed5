package dev.footfall.gateway.cli.bench.truth;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One series of the Numenta Anomaly Benchmark with its windows; its clock is taken for UTC.
 *
 * @param at when each value was taken
 * @param windows rows between which something was known to be unusual
 */
record LabelledSeries(String name, List<Instant> at, List<Double> values, List<NabScore.Window> windows) {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    /** @param file name within the benchmark's folder, as its labels say it */
    static LabelledSeries read(Path folder, String file) throws IOException {
        List<Instant> at = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file + ".gz"))), StandardCharsets.US_ASCII))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int comma = line.indexOf(',');
                if (comma > 0) {
                    at.add(instant(line.substring(0, comma)));
                    values.add(Double.parseDouble(line.substring(comma + 1)));
                }
            }
        }
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".csv", "");
        return new LabelledSeries(name, at, values, windows(folder, file, at));
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text.strip(), WRITTEN).toInstant(ZoneOffset.UTC);
    }

    private static List<NabScore.Window> windows(Path folder, String file, List<Instant> at) throws IOException {
        JsonArray labelled = new JsonObject(Files.readString(folder.resolve("windows.json"))).getJsonArray(file);
        List<NabScore.Window> windows = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            JsonArray ends = labelled.getJsonArray(i);
            Instant from = instant(ends.getString(0));
            Instant to = instant(ends.getString(1));
            int left = (int) at.stream().filter(time -> time.isBefore(from)).count();
            int right = (int) at.stream().filter(time -> !time.isAfter(to)).count() - 1;
            windows.add(new NabScore.Window(left, right));
        }
        return windows;
    }

    /** The row that was the newest at an instant, if one was. */
    int rowAt(Instant instant) {
        return (int) at.stream().filter(time -> time.isBefore(instant)).count() - 1;
    }

    double weeks() {
        int first = NabScore.probation(at.size());
        return (at.getLast().getEpochSecond() - at.get(first).getEpochSecond()) / (7 * 86_400.0);
    }
}
