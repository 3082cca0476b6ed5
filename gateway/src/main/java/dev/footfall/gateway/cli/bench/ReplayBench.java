package dev.footfall.gateway.cli.bench;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.wiring.Replay;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code footfall bench replay}: observations per second through the whole pipeline, from capture file to reports. */
@Command(name = "replay", description = "Observations per second from a capture file to committed measurements.")
public final class ReplayBench implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Option(
            names = "--messages",
            defaultValue = "2000000",
            description = "Messages in the capture (default ${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Runs; the best and the median are shown (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--what",
            split = ",",
            defaultValue = "sightings,strangers,crossings",
            description = "What the capture is of (default ${DEFAULT-VALUE}); strangers are sightings that are each of"
                    + " another device.")
    private List<String> kinds = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchStore store = BenchStore.create()) {
            for (String what : kinds) {
                Path capture = store.folder().resolve(what + ".jsonl");
                write(capture, what);
                double[] rates = new double[rounds];
                for (int round = 0; round < rounds; round++) {
                    rates[round] = run(store, capture, round);
                }
                java.util.Arrays.sort(rates);
                System.out.printf(
                        Locale.ROOT,
                        "replay %-10s %,12.0f observations/s (median), %,12.0f (best)%n",
                        what,
                        rates[rounds / 2],
                        rates[rounds - 1]);
            }
        }
        return 0;
    }

    private double run(BenchStore store, Path capture, int round) throws InterruptedException {
        if (!(ConfigLoader.load(store.config()) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("the benchmark's own configuration is wrong");
        }
        Path data = store.folder().resolve(capture.getFileName() + "-" + round);
        long start = System.nanoTime();
        Replay.into(data, loaded, List.of(capture), ignored -> {});
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    /** An hour of traffic, spread evenly. */
    private void write(Path capture, String what) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(capture)) {
            for (long n = 0; n < messages; n++) {
                byte[] payload = switch (what) {
                    case "sightings" -> Payloads.sighting(n);
                    case "strangers" -> Payloads.stranger(n);
                    default -> Payloads.crossing(n);
                };
                String escaped = new String(payload, StandardCharsets.US_ASCII).replace("\"", "\\\"");
                out.write("{\"at\":\"" + START.plusMillis(n * 3_600_000 / messages) + "\",\"via\":\"mqtt\",\"topic\":\""
                        + BenchStore.TOPIC + "\",\"payload\":\"" + escaped + "\"}\n");
            }
        }
    }
}
