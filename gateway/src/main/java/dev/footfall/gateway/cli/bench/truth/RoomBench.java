package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.metrics.place.ZoneBySignal;
import dev.footfall.metrics.place.ZoneBySignal.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rooms told from signal strengths: ten random folds of a survey, with all seven sensors and with every three of them. */
final class RoomBench {
    private static final int FOLDS = 10;
    private static final int SENSORS = 7;
    private static final double ALL_PERCENT = 98.6;
    private static final double THREE_PERCENT = 90;

    private final List<Reading> readings = new ArrayList<>();

    /** @param file rows of seven signal strengths and the room, separated by tabs */
    RoomBench(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                String[] columns = line.strip().split("\\s+");
                double[] rssi = Arrays.stream(columns, 0, SENSORS)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                readings.add(new Reading(columns[SENSORS], rssi));
            }
        }
        Collections.shuffle(readings, new Random(1));
    }

    List<Finding> run() {
        List<Double> three = new ArrayList<>();
        for (int a = 0; a < SENSORS; a++) {
            for (int b = a + 1; b < SENSORS; b++) {
                for (int c = b + 1; c < SENSORS; c++) {
                    three.add(right(a, b, c));
                }
            }
        }
        Collections.sort(three);
        return List.of(
                finding("room from signal, 7 sensors", right(0, 1, 2, 3, 4, 5, 6), "98.4 %", ALL_PERCENT),
                finding("the same, median of all 3", three.get(three.size() / 2), "87 %", THREE_PERCENT));
    }

    private static Finding finding(String metric, double right, String floor, double target) {
        return new Finding(
                metric,
                "UCI rooms, 10 folds",
                100,
                right,
                String.format(Locale.ROOT, "%.2f %% right", right),
                floor,
                "≥ " + target + " %",
                right >= target);
    }

    private double right(int... sensors) {
        List<Reading> chosen = readings.stream()
                .map(reading -> new Reading(
                        reading.zone(),
                        Arrays.stream(sensors)
                                .mapToDouble(i -> reading.rssi()[i])
                                .toArray()))
                .toList();
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Reading> survey = new ArrayList<>();
            List<Reading> asked = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                (i % FOLDS == fold ? asked : survey).add(chosen.get(i));
            }
            ZoneBySignal zones = new ZoneBySignal(survey);
            for (Reading reading : asked) {
                right += zones.zone(reading.rssi()).equals(reading.zone()) ? 1 : 0;
            }
        }
        return 100.0 * right / chosen.size();
    }
}
