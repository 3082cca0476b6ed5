package dev.footfall.gateway.cli.simulation;

import dev.footfall.gateway.cli.CheckCommand;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.observation.SensorId;
import dev.footfall.simulator.CaptureWriter;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.SimulatedMessage;
import dev.footfall.simulator.truth.TruthWriter;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall simulate}: what the sensors of a configured store would send, and what really happened there. */
@Command(
        name = "simulate",
        description = {
            "Writes a capture of what the sensors of the configured store would send, and the truth behind it.",
            "The same configuration, days and seed give the same files on every machine."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 3660;
    private static final int MOST_STAFF = 200;

    @Option(names = "--config", paramLabel = "DIR", required = true, description = "The folder of store.yaml.")
    private Path config = Path.of("");

    @Option(names = "--days", paramLabel = "N", required = true, description = "How many business days.")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Chance (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2026-01-05",
            description = "The first business day (default ${DEFAULT-VALUE}, a Monday).")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--out",
            paramLabel = "CAPTURE",
            required = true,
            description = "The capture to write; gzip if the name ends in .gz.")
    private Path out = Path.of("");

    @Option(names = "--truth", paramLabel = "FILE", required = true, description = "The truth to write, as JSON.")
    private Path truth = Path.of("");

    @Option(
            names = "--arrivals-per-hour",
            paramLabel = "N",
            description = "People per open hour of an average day (default: by the store's area).")
    private @Nullable Double arrivalsPerHour;

    @Option(
            names = "--staff",
            paramLabel = "N",
            description =
                    "People who work there at once, walk about and are told apart by sensors that can (default 0).")
    private int staff;

    @ArgGroup(heading = "Faults, of which the truth knows nothing:%n", exclusive = false)
    private FaultOptions faults = new FaultOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        String wrong = wrongUsage();
        if (wrong != null) {
            err.println(wrong);
            return 2;
        }
        return switch (ConfigLoader.load(config)) {
            case LoadResult.Invalid invalid -> {
                invalid.problems().forEach(err::println);
                yield CheckCommand.WRONG_CONFIGURATION;
            }
            case LoadResult.Loaded loaded -> simulate(loaded.config(), err);
        };
    }

    private @Nullable String wrongUsage() {
        if (days < 1 || days > MOST_DAYS) {
            return "--days [" + days + "] must be 1 to " + MOST_DAYS + ".";
        }
        if (arrivalsPerHour != null && !(arrivalsPerHour > 0 && arrivalsPerHour <= 10_000)) {
            return "--arrivals-per-hour [" + arrivalsPerHour + "] must be above 0 and at most 10000.";
        }
        if (staff < 0 || staff > MOST_STAFF) {
            return "--staff [" + staff + "] must be 0 to " + MOST_STAFF + ".";
        }
        return faults.wrongUsage();
    }

    private int simulate(StoreConfig store, PrintWriter err) {
        SimulatedStore visited = arrivalsPerHour == null
                ? SimulatedStore.from(store)
                : SimulatedStore.withArrivals(store, arrivalsPerHour);
        SimulatedStore simulated = visited.withStaff(staff);
        for (SensorId sensor : faults.sensors()) {
            if (store.sensor(sensor).isEmpty()) {
                err.println("There is no sensor [" + sensor + "] in the configuration to give a fault to.");
                return 2;
            }
        }
        for (SensorId sensor : simulated.deployment().notSimulated()) {
            err.println("The format of sensor " + sensor + " is not simulated; it stays silent.");
        }
        StoreSimulation simulation = new StoreSimulation(simulated, seed, faults.faults());
        try {
            Window first = store.calendar().day(from).window();
            long messages = writeCapture(simulation.messages(from, days), new Progress(err, first, days));
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(truth))) {
                TruthWriter.write(
                        stream,
                        store.store().id(),
                        store.store().currency(),
                        simulation.truth(from, days).iterator());
            }
            err.printf(Locale.ROOT, "%,d messages written to %s, the truth to %s%n", messages, out, truth);
            return 0;
        } catch (IOException e) {
            err.println("The simulation cannot be written (" + e + "): name files in a folder that can be written to.");
            return 1;
        }
    }

    private long writeCapture(Iterator<SimulatedMessage> messages, Progress progress) throws IOException {
        long count = 0;
        try (CaptureWriter writer = CaptureWriter.create(out)) {
            while (messages.hasNext()) {
                SimulatedMessage message = messages.next();
                writer.write(message);
                count++;
                if ((count & 0x3FFF) == 0) {
                    progress.show(message.at(), count);
                }
            }
        }
        progress.clear();
        return count;
    }
}
