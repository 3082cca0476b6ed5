package dev.footfall.gateway.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code footfall bench ingest}: how many durable messages a second, beside the limit and beside a broker. */
@Command(
        name = "ingest",
        description = "Durable QoS 1 messages per second: the gateway beside the bare vertx-mqtt limit and beside a"
                + " Mosquitto broker read with Paho, in one run.")
public final class IngestBench implements Callable<Integer> {
    private static final int WARM_UP = 100_000;
    static final String MAIN = "dev.footfall.gateway.cli.Main";

    @Option(
            names = "--messages",
            defaultValue = "1000000",
            description = "Messages per path and round (default ${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds; paths take turns, the median counts (default ${DEFAULT-VALUE}).")
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

    @Option(names = "--json", description = "Also write the figures to this file.")
    private @Nullable Path json;

    private final Map<String, List<Double>> rates = new TreeMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Double> figures = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            System.err.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
            limit();
            broker();
            gateway("sightings", Payloads::sighting, figures);
            gateway("strangers", Payloads::stranger, figures);
            gateway("crossings", Payloads::crossing, figures);
        }
        rates.forEach((path, each) -> figures.put(path, median(each)));
        report(figures);
        return 0;
    }

    private void record(String path, double perSecond) {
        System.err.printf(Locale.ROOT, "  %-20s %,12.0f msg/s%n", path, perSecond);
        rates.computeIfAbsent(path, ignored -> new ArrayList<>()).add(perSecond);
    }

    private void limit() throws IOException, InterruptedException {
        try (Child server = Child.java(List.of("-Xmx256m"), LimitServer.class.getName(), List.of())) {
            int port = Integer.parseInt(server.await("port"));
            record("limit", measured(port, "bench/limit", Payloads::sighting));
        }
    }

    private double measured(int port, String topic, MqttLoad.Payloads payloads)
            throws IOException, InterruptedException {
        try (MqttLoad load = new MqttLoad(port, "bench", topic)) {
            load.publish(WARM_UP, window, 0, payloads);
        }
        try (MqttLoad load = new MqttLoad(port, "bench", topic)) {
            return load.publish(messages, window, 0, payloads).perSecond();
        }
    }

    private void broker() throws IOException, InterruptedException {
        Path mosquitto = mosquitto();
        if (mosquitto == null) {
            System.err.println("  broker path left out: mosquitto is not installed");
            return;
        }
        int port = BenchStore.freePort();
        Path config = Files.createTempFile("footfall-bench-", ".conf");
        Files.writeString(config, """
                listener %d 127.0.0.1
                allow_anonymous true
                max_inflight_messages 0
                max_queued_messages 0
                """.formatted(port));
        long broker = Math.max(WARM_UP, messages / 4);
        try (Child server = Child.program(List.of(mosquitto.toString(), "-c", config.toString()))) {
            LockSupport.parkNanos(500_000_000);
            try (Child sink = Child.java(
                            List.of("-Xmx512m"),
                            BrokerSink.class.getName(),
                            List.of("tcp://127.0.0.1:" + port, Long.toString(broker)));
                    MqttLoad load = connected(sink, port)) {
                long start = System.nanoTime();
                load.publish(broker, window, 0, Payloads::sighting);
                sink.await("done");
                record("broker", broker / ((System.nanoTime() - start) / 1e9));
            }
            server.peakResidentMib();
        } finally {
            Files.delete(config);
        }
    }

    private static MqttLoad connected(Child sink, int port) throws IOException {
        sink.await("port");
        return new MqttLoad(port, "bench", "bench/sighting");
    }

    static @Nullable Path mosquitto() {
        for (String place : List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto")) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        return null;
    }

    private void gateway(String what, MqttLoad.Payloads payloads, Map<String, Double> figures)
            throws IOException, InterruptedException {
        try (BenchStore store = BenchStore.create();
                Child gateway = Child.java(
                        Child.SERVICE_FLAGS,
                        MAIN,
                        List.of(
                                "run",
                                "--config",
                                store.config().toString(),
                                "--data",
                                store.data().toString()))) {
            store.awaitReady();
            record("gateway." + what, measured(store.mqttPort(), BenchStore.TOPIC, payloads));
            try (MqttLoad load = new MqttLoad(store.mqttPort(), "bench", BenchStore.TOPIC)) {
                MqttLoad.Result paced = load.publish(rate * 5, window, rate, payloads);
                figures.merge("ack.p50.ms." + what, paced.latencyMillis(0.50), Math::min);
                figures.merge("ack.p99.ms." + what, paced.latencyMillis(0.99), Math::max);
            }
            figures.merge("rss.peak.mib." + what, gateway.peakResidentMib(), Math::max);
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void report(Map<String, Double> figures) throws IOException {
        double limit = figures.getOrDefault("limit", Double.NaN);
        double broker = figures.getOrDefault("broker", Double.NaN);
        System.out.printf("%-28s %14s %12s %12s%n", "path", "msg/s", "of limit", "× broker");
        for (String path : List.of("limit", "broker", "gateway.sightings", "gateway.strangers", "gateway.crossings")) {
            Double rate = figures.get(path);
            if (rate != null) {
                System.out.printf(
                        Locale.ROOT, "%-28s %,14.0f %11.0f%% %11.1f×%n", path, rate, 100 * rate / limit, rate / broker);
                figures.put(path + ".of-limit", rate / limit);
                figures.put(path + ".times-broker", rate / broker);
            }
        }
        figures.forEach((name, value) -> {
            if (name.startsWith("ack") || name.startsWith("rss")) {
                System.out.printf(Locale.ROOT, "%-28s %14.1f%n", name, value);
            }
        });
        if (json != null) {
            StringBuilder text = new StringBuilder("{");
            figures.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "%n  \"%s\": %s",
                            name,
                            Double.isFinite(value) ? Double.toString(value) : "null")));
            Files.writeString(json, text + "\n}\n");
        }
    }
}
