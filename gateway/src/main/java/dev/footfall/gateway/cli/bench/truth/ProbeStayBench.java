package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.cli.bench.truth.PhoneRecordings.Frame;
import dev.footfall.gateway.cli.bench.truth.PhoneRecordings.Recording;
import dev.footfall.gateway.cli.bench.truth.RadioStore.Arrival;
import dev.footfall.measurement.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Stays of real people, heard as real phones would have let them be: for each stay a random recording from a random moment
 * on. The recorded scenes are crossed within seconds, so their stays are stretched to those of shops. Truth is the mean over
 * the stays heard in at least two bursts, for these are what is told.
 */
final class ProbeStayBench {
    private static final int TIMES = 10;
    private static final long RECORDED_MILLIS = 1_200_000;
    private static final long BURST_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 300_000;
    private static final long BETWEEN_MILLIS = 5_000;
    private static final double LOW = 0.95;
    private static final double HIGH = 1.05;

    private final List<Recording> phones;
    private final RadioStore store;
    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private double trueSeconds;
    private double rawSeconds;
    private int twice;
    private int visitors;

    ProbeStayBench(PhoneRecordings phones, Path folder, long seed) throws IOException {
        this.phones = phones.usual();
        this.store = new RadioStore(folder);
        this.random = new Random(seed);
    }

    /** @param stays in milliseconds; @param stretched how many times longer they are taken */
    Finding run(String data, List<Long> stays, int stretched) throws IOException, InterruptedException {
        arrivals.clear();
        trueSeconds = 0;
        rawSeconds = 0;
        twice = 0;
        visitors = 0;
        for (int time = 0; time < TIMES; time++) {
            for (long stay : stays) {
                lay(Math.min(RECORDED_MILLIS, stay * stretched));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::millis));
        double ours = store.replay("stays-" + data + stretched, arrivals, Metric.DWELL_MEAN);
        double truth = trueSeconds / twice;
        double ratio = ours / truth;
        return new Finding(
                "dwell from probes, mean",
                data + " × " + stretched,
                truth,
                ours,
                String.format(Locale.ROOT, "ratio %.3f", ratio),
                String.format(Locale.ROOT, "%.2f raw", rawSeconds / twice / truth),
                "0.95–1.05",
                ratio >= LOW && ratio <= HIGH);
    }

    private void lay(long stay) {
        Recording phone = phones.get(random.nextInt(phones.size()));
        long from = (long) (random.nextDouble() * (RECORDED_MILLIS - stay));
        long begins = BETWEEN_MILLIS * visitors;
        String address = String.format(Locale.ROOT, "02%010x", ++visitors);
        long first = -1;
        long last = -1;
        long lastFrame = -1;
        for (Frame frame : phone.frames()) {
            long at = frame.millis() - from;
            if (at >= 0 && at < stay && (lastFrame < 0 || at - lastFrame <= SILENCE_MILLIS)) {
                arrivals.add(new Arrival(begins + at, address, -50, 0, new byte[0]));
                last = lastFrame < 0 || at - lastFrame > BURST_MILLIS ? at : last;
                first = first < 0 ? at : first;
                lastFrame = at;
            }
        }
        if (last > first) {
            trueSeconds += stay / 1000.0;
            rawSeconds += (last - first) / 1000.0;
            twice++;
        }
    }
}
