package dev.footfall.gateway.cli.bench.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * People walking, seen from above: {@code obsmat.txt.gz} of the UCY and ETH recordings, moved so that all of it lies on a
 * floor plan.
 *
 * @param name the recording's name in the table
 * @param fixes in the file's order, which is by time
 */
record TrackRecording(String name, List<Fix> fixes, double widthM, double heightM) {
    private static final double MARGIN_M = 1;

    /** Where somebody was. */
    record Fix(long millis, int person, double x, double y) {}

    /**
     * @param framesPerSecond of the recording
     * @throws IOException if the file cannot be read; {@link java.nio.file.NoSuchFileException} if it is not there
     */
    static TrackRecording read(String name, Path file, double framesPerSecond) throws IOException {
        List<Fix> raw = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    String[] columns = line.strip().split("\\s+");
                    raw.add(new Fix(
                            Math.round(1000 * Double.parseDouble(columns[0]) / framesPerSecond),
                            (int) Double.parseDouble(columns[1]),
                            Double.parseDouble(columns[2]),
                            Double.parseDouble(columns[4])));
                }
            }
        }
        return onPlan(name, raw);
    }

    private static TrackRecording onPlan(String name, List<Fix> raw) {
        double left = raw.stream().mapToDouble(Fix::x).min().orElseThrow();
        double right = raw.stream().mapToDouble(Fix::x).max().orElseThrow();
        double top = raw.stream().mapToDouble(Fix::y).min().orElseThrow();
        double bottom = raw.stream().mapToDouble(Fix::y).max().orElseThrow();
        List<Fix> moved = raw.stream()
                .map(fix -> new Fix(fix.millis(), fix.person(), fix.x() - left + MARGIN_M, fix.y() - top + MARGIN_M))
                .toList();
        return new TrackRecording(name, moved, right - left + 2 * MARGIN_M, bottom - top + 2 * MARGIN_M);
    }
}
