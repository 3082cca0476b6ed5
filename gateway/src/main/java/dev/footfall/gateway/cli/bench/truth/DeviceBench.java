package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.PhoneRecordings.Recording;
import dev.footfall.gateway.cli.bench.truth.RadioStore.Arrival;
import dev.footfall.measurement.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Phones drawn at random, each with one recording, all begun at the same moment: how many devices are counted? Every draw by
 * the fold alone, the first of each run through the whole pipeline too, which must say the same.
 */
final class DeviceBench {
    private static final int RUNS = 8;
    private static final int DRAWS = 60;
    private static final double PERCENT = 100;

    private final PhoneRecordings phones;
    private final RadioStore store;
    private final Random random;
    private final long seed;

    DeviceBench(PhoneRecordings phones, Path folder, long seed) throws IOException {
        this.phones = phones;
        this.store = new RadioStore(folder);
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** @param floorPercent mean error to beat; @param targetPercent mean error to reach */
    Finding run(String data, int devices, double floorPercent, double targetPercent)
            throws IOException, InterruptedException {
        double sum = 0;
        double counted = 0;
        double best = Double.MAX_VALUE;
        double worst = 0;
        for (int run = 0; run < RUNS; run++) {
            double errors = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double count = count(devices, draw == 0 ? "devices-" + devices + "-" + run : "");
                counted += count;
                errors += Math.abs(count - devices) / devices;
            }
            best = Math.min(best, errors / DRAWS);
            worst = Math.max(worst, errors / DRAWS);
            sum += errors;
        }
        double error = PERCENT * sum / (RUNS * DRAWS);
        return new Finding(
                "devices, K = " + devices,
                data + ", seed " + seed,
                devices,
                counted / (RUNS * DRAWS),
                "%.1f %% (runs %.1f–%.1f)".formatted(error, PERCENT * best, PERCENT * worst),
                "%.0f %%".formatted(floorPercent),
                "≤ %s %%".formatted(targetPercent),
                error <= targetPercent);
    }

    private double count(int devices, String replayedAs) throws IOException, InterruptedException {
        List<Arrival> arrivals = draw(devices);
        double count = store.fold(arrivals, Metric.DEVICES);
        if (!replayedAs.isEmpty()) {
            double replayed = store.replay(replayedAs, arrivals, Metric.DEVICES);
            if (replayed != count) {
                throw new IllegalStateException("the fold counts [" + count + "] devices in " + replayedAs
                        + " and the whole pipeline [" + replayed + "]");
            }
        }
        return count;
    }

    private List<Arrival> draw(int devices) {
        List<String> names = new ArrayList<>(phones.names());
        Collections.shuffle(names, random);
        List<Arrival> arrivals = new ArrayList<>();
        for (String name : names.subList(0, devices)) {
            List<Recording> recordings = phones.of(name);
            Recording recording = recordings.get(random.nextInt(recordings.size()));
            recording.frames().forEach(frame -> arrivals.add(arrival(frame)));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::millis));
        return arrivals;
    }

    private static Arrival arrival(PhoneRecordings.Frame frame) {
        var heard = frame.heard();
        return new Arrival(
                frame.millis(),
                heard.address(),
                heard.request().rssi(),
                heard.request().fingerprint(),
                heard.frame());
    }
}
