package dev.footfall.gateway.cli.simulation;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.service.SystemdNotifier;
import dev.footfall.gateway.wiring.Gateway;
import dev.footfall.gateway.wiring.StartProblem;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.store.StoreConfig.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.common.MqttException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall demo}: a simulated store, in device formats, over real MQTT and HTTP into a real gateway. */
@Command(
        name = "demo",
        description = {
            "Runs a gateway for a simulated store whose devices send over real MQTT and HTTP.",
            "Prints the kiosk's address; Ctrl-C ends it and removes the folder it wrote to.",
            "The store is busy whenever it is looked at, and has yesterday and last week behind it."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 60;
    private static final int MOST_PORTS = 65_535;
    private static final String ASKED = "asked to";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The kiosk's (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Simulated seconds per second, 0.1 to 60 (default ${DEFAULT-VALUE}); clocks run as fast.")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Chance (default ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            err.println("--speed [" + speed + "] must be " + SLOWEST + " to " + (int) FASTEST + ".");
            return 2;
        }
        if (port < 0 || port > MOST_PORTS) {
            err.println("--port [" + port + "] must be 0 (any free one) to " + MOST_PORTS + ".");
            return 2;
        }
        if (port > 0 && !isFree(port)) {
            err.println("Port " + port + " is taken: stop the program that uses it, or choose another one, for example"
                    + " footfall demo --port " + (port == MOST_PORTS ? 0 : port + 1) + ".");
            return 1;
        }
        CompletableFuture<String> end = new CompletableFuture<>();
        CountDownLatch cleaned = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(end, cleaned)));
        try {
            return run(end, err);
        } finally {
            cleaned.countDown();
        }
    }

    /**
     * Ctrl-C: the command is asked to end at its next safe point, and the machine waits until it has cleaned up. It is not
     * interrupted, so that the gateway's parts are closed in their order.
     */
    private static void stopAndWait(CompletableFuture<String> end, CountDownLatch cleaned) {
        end.complete(ASKED);
        try {
            cleaned.await();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(CompletableFuture<String> end, PrintWriter err) {
        try (DemoFolder folder = DemoFolder.create(err)) {
            folder.holdEverything();
            String why = run(folder, end, err);
            if (why.equals(ASKED)) {
                return 0;
            }
            err.println("The demo ended: " + why + ".");
        } catch (InterruptedException ignored) {
            return 0;
        } catch (IOException e) {
            err.println("The demo cannot write its folder (" + e + "): set TMPDIR to a folder with room.");
        } catch (JournalProblem | StartProblem | MqttException e) {
            err.println("The demo cannot start: " + e.getMessage());
        }
        return 1;
    }

    /** Runs until the end, and says why it came. */
    private String run(DemoFolder folder, CompletableFuture<String> end, PrintWriter err)
            throws IOException, InterruptedException, MqttException {
        DemoClock clock = DemoClock.at(Instant.now(), speed);
        ZoneId zone = ZoneId.systemDefault();
        LocalTime now = clock.instant().atZone(zone).toLocalTime();
        Files.writeString(folder.path().resolve(ConfigLoader.FILE), DemoStore.yaml(zone, now, port, 0));
        Files.writeString(folder.path().resolve(DemoStore.PEOPLE), DemoStore.people());
        LoadResult.Loaded loaded = load(folder);
        SimulatedStore store = DemoStore.simulated(loaded.config(), now);
        // the first days are simulated while the gateway starts
        CompletableFuture<DemoHistory> history =
                CompletableFuture.supplyAsync(() -> DemoHistory.of(store, seed, clock.instant()));
        err.println("Everything is written to " + folder.path() + ", which is removed at the end.");
        try (Gateway gateway = Gateway.start(
                loaded,
                folder.path(),
                folder.data(),
                clock,
                SystemdNotifier.from(Map.of(), 0),
                pipeline -> feed(history.join(), pipeline, clock, end, err))) {
            Address listener = gateway.mqtt().orElseThrow();
            try (DemoDevices devices = DemoDevices.start(history.join(), clock, gateway.kiosk(), listener, end)) {
                announce(gateway.kiosk(), listener);
                return devices.awaitEnd();
            }
        }
    }

    private void announce(URI kiosk, Address listener) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Kiosk: " + kiosk);
        out.flush();
        spec.commandLine()
                .getErr()
                .println("Simulated devices send to mqtt://" + listener + " and " + kiosk
                        + (speed == 1 ? "" : " at " + speed + " times the speed")
                        + ". Log in at the kiosk as manager or technician, PIN 246810."
                        + " Ctrl-C ends the demo.");
    }

    private static LoadResult.Loaded load(DemoFolder folder) {
        return switch (ConfigLoader.load(folder.path())) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Invalid invalid ->
                throw new IllegalStateException("the demo's own configuration is wrong: " + invalid.problems());
        };
    }

    private static void feed(
            DemoHistory history, Pipeline pipeline, DemoClock clock, CompletableFuture<String> end, PrintWriter err)
            throws InterruptedException {
        long began = System.nanoTime();
        Progress progress = new Progress(err, history.from(), clock.instant());
        var summary = history.replay(pipeline, clock, end::isDone, progress);
        progress.clear();
        err.printf(
                Locale.ROOT,
                "History: %,d messages in %.1f s.%n",
                summary.messages(),
                (System.nanoTime() - began) / 1e9);
        if (end.isDone()) {
            throw new InterruptedException("asked to end while starting");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException ignored) {
            return false;
        }
    }
}
