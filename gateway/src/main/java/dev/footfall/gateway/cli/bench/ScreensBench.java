package dev.footfall.gateway.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code footfall bench screens}: what open kiosk screens cost the way in. */
@Command(
        name = "screens",
        description = "Durable QoS 1 messages per second with and without open kiosk screens, in turns, in one run.")
public final class ScreensBench implements Callable<Integer> {
    private static final int WARM_UP = 100_000;

    @Option(names = "--screens", defaultValue = "50", description = "Open screens (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--messages",
            defaultValue = "500000",
            description = "Messages per measurement (default ${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Rounds; with and without take turns, the median counts (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--window",
            defaultValue = "4000",
            description = "Unacknowledged messages (default ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--rate",
            defaultValue = "10000",
            description = "Rate for the latency figures (default ${DEFAULT-VALUE}/s).")
    private long rate;

    /** Figures with or without screens, one for each round. */
    private static final class Side {
        final List<Double> perSecond = new ArrayList<>();
        final List<Double> p50 = new ArrayList<>();
        final List<Double> p99 = new ArrayList<>();
        final List<Double> screenKilobytes = new ArrayList<>();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Side without = new Side();
        Side with = new Side();
        try (BenchStore store = BenchStore.create();
                Child gateway = Child.java(
                        Child.SERVICE_FLAGS,
                        IngestBench.MAIN,
                        List.of(
                                "run",
                                "--config",
                                store.config().toString(),
                                "--data",
                                store.data().toString()))) {
            store.awaitReady();
            publish(store, WARM_UP, 0);
            for (int round = 0; round < rounds; round++) {
                System.err.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
                boolean first = round % 2 == 0;
                measure(store, first ? without : with, first ? 0 : count);
                measure(store, first ? with : without, first ? count : 0);
            }
            System.err.printf(Locale.ROOT, "peak resident %.0f MiB%n", gateway.peakResidentMib());
        }
        report(without, with);
        return 0;
    }

    private void measure(BenchStore store, Side side, int screens) throws IOException, InterruptedException {
        try (Screens open = Screens.open(store.httpPort(), screens)) {
            long start = System.nanoTime();
            side.perSecond.add(publish(store, messages, 0).perSecond());
            MqttLoad.Result paced = publish(store, rate * 5, rate);
            side.p50.add(paced.latencyMillis(0.50));
            side.p99.add(paced.latencyMillis(0.99));
            double seconds = (System.nanoTime() - start) / 1e9;
            side.screenKilobytes.add(screens == 0 ? 0 : open.bytes() / 1000.0 / screens / seconds);
        }
    }

    private MqttLoad.Result publish(BenchStore store, long number, long perSecond)
            throws IOException, InterruptedException {
        try (MqttLoad load = new MqttLoad(store.mqttPort(), "bench", BenchStore.TOPIC)) {
            return load.publish(number, window, perSecond, Payloads::crossing);
        }
    }

    private void report(Side without, Side with) {
        double before = IngestBench.median(without.perSecond);
        double after = IngestBench.median(with.perSecond);
        System.out.printf("%-14s %12s %14s %14s%n", "screens", "msg/s", "ack p50 ms", "ack p99 ms");
        line(0, without);
        line(count, with);
        System.out.printf(
                Locale.ROOT,
                "with/without   %11.0f%%%n%,.1f kB a second to each screen%n",
                100 * after / before,
                IngestBench.median(with.screenKilobytes));
    }

    private static void line(int screens, Side side) {
        System.out.printf(
                Locale.ROOT,
                "%-14d %,12.0f %14.1f %14.1f%n",
                screens,
                IngestBench.median(side.perSecond),
                IngestBench.median(side.p50),
                IngestBench.median(side.p99));
    }
}
