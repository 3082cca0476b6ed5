package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Earlier;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.calibration.Calibration;
import dev.footfall.metrics.calibration.CalibrationDay;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * People present by WiFi, one day left out: all days go through the whole pipeline with their doors, told from the head
 * count; then each is folded again without its doors, by what the others taught, and its rows are compared with the head
 * count.
 */
final class PeopleBench {
    /** The lab's own computers, from the recording's description. */
    private static final String COMPUTERS =
            "dc:fb:48:68:be:e4, dc:fb:48:8c:71:fc, dc:fb:48:2a:52:e0, dc:fb:48:f5:c6:c2, "
                    + "dc:fb:48:e3:ab:78, dc:fb:48:00:51:90, dc:fb:48:75:d8:42, dc:fb:48:de:86:8d, dc:fb:48:dd:c6:0b, "
                    + "dc:fb:48:55:d5:78, dc:fb:48:c2:1d:64, 40:ec:99:f9:34:a6, 40:ec:99:8e:3f:63, 40:ec:99:1f:3e:75";

    private static final Instant FIRST_DAY = Instant.parse("2026-10-05T00:00:00Z");
    private static final SensorId DOOR = new SensorId("door-1");
    private static final int HEARTBEAT_MILLIS = 300_000;
    private static final double MEAN_ERROR = 0.9;
    private static final double MEAN_ERROR_OCCUPIED = 2.1;
    private static final double LEAST_COVERED = 0.85;
    private static final double MOST_COVERED = 0.95;

    private final List<LabRecording> days;
    private final Path folder;
    private final List<Estimate> estimates = new ArrayList<>();

    PeopleBench(List<LabRecording> days, Path folder) {
        this.days = days;
        this.folder = folder;
    }

    /** A quarter of a day left out. */
    private record Estimate(double truth, double ours, double low, double high) {
        double error() {
            return Math.abs(ours - truth);
        }

        boolean covered() {
            return truth >= low - 1e-9 && truth <= high + 1e-9;
        }
    }

    List<Finding> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ConfigLoader.FILE), store());
        Path capture = folder.resolve("days.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(capture)) {
            for (int day = 0; day < days.size(); day++) {
                write(days.get(day), midnight(day), out);
            }
        }
        if (!(ConfigLoader.load(folder) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        Path data = folder.resolve("data");
        Replay.into(data, loaded, List.of(capture), ignored -> {});
        try (JournalReader reader = JournalReader.open(data)) {
            List<CalibrationDay> taught = reader.calibrations(days.size());
            for (int day = 0; day < days.size(); day++) {
                leaveOut(day, reader, loaded.config(), taught);
            }
        }
        return findings();
    }

    private static Instant midnight(int day) {
        return FIRST_DAY.plus(Duration.ofDays(day));
    }

    /** Folds one day of the journal again without its doors, by what all other days taught. */
    private void leaveOut(int left, JournalReader reader, StoreConfig config, List<CalibrationDay> taught) {
        BusinessDay day = config.calendar().dayOf(midnight(left).plus(Duration.ofHours(12)));
        Calibration others = Calibration.of(taught.stream()
                .filter(other -> !other.date().equals(day.date()))
                .toList());
        DayFold fold = new DayFold(
                config,
                day,
                Earlier.ofDoors(LearnedFactors.NONE, config.calendar()).withWifi(others));
        reader.day(day.date(), (observation, key) -> {
            if (!observation.sensor().equals(DOOR)) {
                fold.add(observation);
            }
        });
        Horizon over = new Horizon(day.window().end(), true);
        days.get(left).peopleByQuarter().forEach((quarter, people) -> {
            Instant start = midnight(left).plus(Duration.ofMinutes(15L * quarter));
            if (!day.window().contains(start)) {
                return; // one recording runs a few minutes into the next day
            }
            Measurement row = fold.rows(Grain.QUARTER, config.calendar().quarterOf(start), over).stream()
                    .filter(r -> r.metric() == Metric.WIFI_PEOPLE)
                    .findFirst()
                    .orElseThrow();
            estimates.add(new Estimate(people, known(row.value()), known(row.low()), known(row.high())));
        });
    }

    /** What is not known is wrong here: a mean over it is no number, and it covers nothing. */
    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private List<Finding> findings() {
        List<Estimate> occupied = estimates.stream().filter(e -> e.truth > 0).toList();
        return List.of(
                error("wifi.people, mean error", estimates, "1.19", MEAN_ERROR),
                error("wifi.people while occupied", occupied, "2.83", MEAN_ERROR_OCCUPIED),
                coverage("wifi.people, 90 % interval", estimates, LEAST_COVERED),
                coverage("the same while occupied", occupied, 0.80));
    }

    private static Finding error(String metric, List<Estimate> estimates, String floor, double target) {
        double error = mean(estimates.stream().mapToDouble(Estimate::error).toArray());
        return new Finding(
                metric,
                "Brno, day left out",
                mean(estimates.stream().mapToDouble(Estimate::truth).toArray()),
                mean(estimates.stream().mapToDouble(Estimate::ours).toArray()),
                String.format(Locale.ROOT, "%.2f", error),
                floor,
                "≤ " + target,
                error <= target);
    }

    private static Finding coverage(String metric, List<Estimate> estimates, double least) {
        double covered = estimates.stream().filter(Estimate::covered).count() / (double) estimates.size();
        return new Finding(
                metric,
                "Brno, day left out",
                90,
                100 * covered,
                String.format(Locale.ROOT, "%.1f %% covered", 100 * covered),
                "80–95 %",
                String.format(Locale.ROOT, "%.0f–95 %%", 100 * least),
                covered >= least && covered <= MOST_COVERED);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static String store() {
        return """
                store: { id: truth, time-zone: UTC, business-day-start: "00:00" }
                entrances:
                  - { id: door }
                sensors:
                  - { id: door-1, driver: native, entrance: door, match: { topic: doors } }
                  - { id: sniffer, driver: probe-csv, match: { topic: probes }, options: { ignore: "%s" } }
                """.formatted(COMPUTERS);
    }

    private static void write(LabRecording day, Instant midnight, BufferedWriter out) throws IOException {
        long beat = Long.MIN_VALUE;
        int present = 0;
        for (LabRecording.Row row : day.rows()) {
            int people = (int) Math.round(row.people());
            if (people != present) {
                crossing(midnight.plusMillis(row.millis()), people - present, out);
                present = people;
            } else if (row.millis() / HEARTBEAT_MILLIS > beat) {
                send(midnight.plusMillis(row.millis()), "doors", "{\\\"type\\\":\\\"heartbeat\\\"}", out);
            }
            beat = row.millis() / HEARTBEAT_MILLIS;
            Instant at = midnight.plusMillis(row.millis());
            String time = at.toString().replace('T', ' ').replace("Z", "");
            String csv = time + row.rest().replace("\\", "\\\\").replace("\"", "\\\"");
            send(at, "probes", csv, out);
        }
        if (present > 0) {
            long end = day.rows().getLast().millis() + 1000;
            crossing(midnight.plusMillis(end), -present, out);
        }
    }

    private static void crossing(Instant at, int change, BufferedWriter out) throws IOException {
        String fact = "{\\\"type\\\":\\\"crossing\\\",\\\"in\\\":%d,\\\"out\\\":%d}"
                .formatted(Math.max(0, change), Math.max(0, -change));
        send(at, "doors", fact, out);
    }

    private static void send(Instant at, String topic, String payload, BufferedWriter out) throws IOException {
        out.write("{\"at\":\"" + at + "\",\"via\":\"mqtt\",\"topic\":\"" + topic + "\",\"payload\":\"" + payload
                + "\"}\n");
    }
}
