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
 * Phones drawn at random with recordings of theirs: how many devices are counted? Every draw by the fold alone, the first of
 * each run through the whole pipeline too, which must say the same.
 */
final class DeviceBench {
    private static final int RUNS = 8;
    private static final int DRAWS = 60;
    private static final double PERCENT = 100;
    private static final int SPREAD_MILLIS = 300_000;

    private final PhoneRecordings phones;
    private final RadioStore store;
    private final Random random;
    private final long seed;

    /**
     * How phones are drawn.
     *
     * @param models how many different phones
     * @param ofEach how many recordings of each, taken for as many phones of one model
     * @param spread false if all recordings begin at the same moment, so that the first scans of all meet; true if each begins
     *     some time within five minutes
     */
    record Crowd(int models, int ofEach, boolean spread) {
        int devices() {
            return models * ofEach;
        }

        String says() {
            return "devices, K = " + devices() + (ofEach > 1 ? ", " + ofEach + " of a model" : "")
                    + (spread ? ", begun at random" : "");
        }
    }

    DeviceBench(PhoneRecordings phones, Path folder, long seed) throws IOException {
        this.phones = phones;
        this.store = new RadioStore(folder);
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** True if there are phones and recordings enough. */
    boolean has(Crowd crowd) {
        return withRecordings(crowd.ofEach).size() >= crowd.models;
    }

    private List<String> withRecordings(int atLeast) {
        return phones.names().stream()
                .filter(name -> phones.of(name).size() >= atLeast)
                .toList();
    }

    /** @param floorPercent mean error to beat; @param targetPercent mean error to reach */
    Finding run(String data, Crowd crowd, double floorPercent, double targetPercent)
            throws IOException, InterruptedException {
        int devices = crowd.devices();
        double sum = 0;
        double counted = 0;
        double best = Double.MAX_VALUE;
        double worst = 0;
        for (int run = 0; run < RUNS; run++) {
            double errors = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double count = count(crowd, draw == 0 ? name(crowd, run) : "");
                counted += count;
                errors += Math.abs(count - devices) / devices;
            }
            best = Math.min(best, errors / DRAWS);
            worst = Math.max(worst, errors / DRAWS);
            sum += errors;
        }
        double error = PERCENT * sum / (RUNS * DRAWS);
        return new Finding(
                crowd.says(),
                data + ", seed " + seed,
                devices,
                counted / (RUNS * DRAWS),
                "%.1f %% (runs %.1f–%.1f)".formatted(error, PERCENT * best, PERCENT * worst),
                "%.0f %%".formatted(floorPercent),
                "≤ %s %%".formatted(targetPercent),
                error <= targetPercent);
    }

    private static String name(Crowd crowd, int run) {
        return "devices-" + crowd.models + "-" + crowd.ofEach + "-" + crowd.spread + "-" + run;
    }

    private double count(Crowd crowd, String replayedAs) throws IOException, InterruptedException {
        List<Arrival> arrivals = draw(crowd);
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

    private List<Arrival> draw(Crowd crowd) {
        List<String> names = new ArrayList<>(withRecordings(crowd.ofEach));
        Collections.shuffle(names, random);
        List<Arrival> arrivals = new ArrayList<>();
        for (String name : names.subList(0, crowd.models)) {
            List<Recording> recordings = new ArrayList<>(phones.of(name));
            Collections.shuffle(recordings, random);
            for (Recording recording : recordings.subList(0, crowd.ofEach)) {
                int begins = crowd.spread ? random.nextInt(SPREAD_MILLIS) : 0;
                recording.frames().forEach(frame -> arrivals.add(arrival(frame, begins)));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::millis));
        return arrivals;
    }

    private static Arrival arrival(PhoneRecordings.Frame frame, int begins) {
        var heard = frame.heard();
        return new Arrival(
                begins + frame.millis(),
                heard.address(),
                heard.request().rssi(),
                heard.request().fingerprint(),
                heard.frame());
    }
}
