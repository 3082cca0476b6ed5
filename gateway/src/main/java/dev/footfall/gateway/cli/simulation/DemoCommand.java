package dev.footfall.gateway.cli.simulation;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.service.SystemdNotifier;
import dev.footfall.gateway.wiring.Gateway;
import dev.footfall.gateway.wiring.StartProblem;
import dev.footfall.simulator.SimulatedStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            "The store is busy whenever it is looked at, and has a week behind it."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 600;
    private static final int MOST_PORTS = 65_535;

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
            description = "Simulated seconds per second, 0.1 to 600 (default ${DEFAULT-VALUE}); clocks run as fast.")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Chance (default ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
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
        CountDownLatch ended = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(main, ended)));
        try {
            return run(err);
        } finally {
            ended.countDown();
        }
    }

    /** Ctrl-C: the command is interrupted wherever it is, and the machine waits until it has cleaned up. */
    private static void interruptAndWait(Thread main, CountDownLatch ended) {
        if (ended.getCount() > 0) {
            main.interrupt();
            try {
                var inTime = ended.await(20, TimeUnit.SECONDS);
                assert inTime || main.isAlive();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int run(PrintWriter err) {
        try (DemoFolder folder = DemoFolder.create(err)) {
            // everything that is written stays in the folder, also the database's native library
            System.setProperty("org.sqlite.tmpdir", folder.path().toString());
            return run(folder, err);
        } catch (InterruptedException ignored) {
            return 0;
        } catch (IOException e) {
            err.println("The demo cannot write its folder (" + e + "): set TMPDIR to a folder with room.");
        } catch (JournalProblem | StartProblem | MqttException e) {
            err.println("The demo cannot start: " + e.getMessage());
        }
        return 1;
    }

    private int run(DemoFolder folder, PrintWriter err) throws IOException, InterruptedException, MqttException {
        DemoClock clock = DemoClock.at(Instant.now(), speed);
        ZoneId zone = ZoneId.systemDefault();
        LocalTime now = clock.instant().atZone(zone).toLocalTime();
        Files.writeString(folder.path().resolve(ConfigLoader.FILE), DemoStore.yaml(zone, now, port, 0));
        LoadResult.Loaded loaded = load(folder);
        SimulatedStore store = DemoStore.simulated(loaded.config(), now);
        DemoHistory history = DemoHistory.of(store, seed, clock.instant());
        err.println("Everything is written to " + folder.path() + ", which is removed at the end.");
        try (Gateway gateway = Gateway.start(
                loaded,
                folder.path(),
                folder.data(),
                clock,
                SystemdNotifier.from(Map.of(), 0),
                pipeline -> feed(history, pipeline, clock, err))) {
            var listener = gateway.mqtt().orElseThrow();
            try (DemoDevices devices = DemoDevices.start(history, clock, gateway.kiosk(), listener)) {
                spec.commandLine().getOut().println("Kiosk: " + gateway.kiosk());
                spec.commandLine().getOut().flush();
                err.println("Simulated devices send to mqtt://" + listener + " and " + gateway.kiosk()
                        + (speed == 1 ? "" : " at " + speed + " times the speed") + ". Ctrl-C ends the demo.");
                err.println("The demo ended: " + devices.awaitEnd());
            }
        }
        return 1;
    }

    private static LoadResult.Loaded load(DemoFolder folder) {
        return switch (ConfigLoader.load(folder.path())) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Invalid invalid ->
                throw new IllegalStateException("the demo's own configuration is wrong: " + invalid.problems());
        };
    }

    private static void feed(
            DemoHistory history, dev.footfall.gateway.pipeline.Pipeline pipeline, DemoClock clock, PrintWriter err)
            throws InterruptedException {
        long began = System.nanoTime();
        Progress progress = new Progress(err, history.from(), clock.instant());
        var summary = history.replay(pipeline, clock, progress);
        progress.clear();
        err.printf(
                Locale.ROOT,
                "A week of history: %,d messages in %.1f s.%n",
                summary.messages(),
                (System.nanoTime() - began) / 1e9);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException ignored) {
            return false;
        }
    }
}
