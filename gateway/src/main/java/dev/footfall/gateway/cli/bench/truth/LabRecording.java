package dev.footfall.gateway.cli.bench.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One day of probe requests in a lab with its head count, as recorded in Brno: the rows {@code datetime;…;occupancy} of one
 * file.
 *
 * @param rows in the file's order, which is by time
 */
record LabRecording(List<Row> rows) {
    private static final int BIN_SECONDS = 300;
    private static final int QUARTER_SECONDS = 900;

    /**
     * One frame.
     *
     * @param millis since local midnight
     * @param rest the row without its time and its head count, from the semicolon after the time on
     * @param people head count
     */
    record Row(long millis, String rest, double people) {}

    /** The days of a folder, by name. */
    static List<LabRecording> readAll(Path folder) throws IOException {
        List<LabRecording> days = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList()) {
                days.add(read(file));
            }
        }
        return days;
    }

    private static LabRecording read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            LocalDateTime midnight = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int first = line.indexOf(';');
                int last = line.lastIndexOf(';');
                if (last == line.length() - 1) {
                    continue;
                }
                LocalDateTime at = LocalDateTime.parse(line.substring(0, first).replace(' ', 'T'));
                if (midnight == null) {
                    midnight = at.truncatedTo(ChronoUnit.DAYS);
                }
                rows.add(new Row(
                        ChronoUnit.MILLIS.between(midnight, at),
                        line.substring(first, last + 1),
                        Double.parseDouble(line.substring(last + 1))));
            }
        }
        return new LabRecording(rows);
    }

    /** Mean head count per quarter hour since midnight: of its five minutes, each by its frames. */
    Map<Integer, Double> peopleByQuarter() {
        Map<Long, double[]> bins = new LinkedHashMap<>();
        for (Row row : rows) {
            double[] sum = bins.computeIfAbsent(row.millis() / 1000 / BIN_SECONDS, ignored -> new double[2]);
            sum[0] += row.people();
            sum[1]++;
        }
        Map<Integer, double[]> quarters = new LinkedHashMap<>();
        bins.forEach((bin, sum) -> {
            int quarter = (int) (bin * BIN_SECONDS / QUARTER_SECONDS);
            double[] mean = quarters.computeIfAbsent(quarter, ignored -> new double[2]);
            mean[0] += sum[0] / sum[1];
            mean[1]++;
        });
        Map<Integer, Double> people = new LinkedHashMap<>();
        quarters.forEach((quarter, sum) -> people.put(quarter, sum[0] / sum[1]));
        return people;
    }
}
