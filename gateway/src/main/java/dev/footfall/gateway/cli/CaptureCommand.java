package dev.footfall.gateway.cli;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.gateway.capture.Anonymiser;
import dev.footfall.gateway.capture.Recorder;
import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.replay.CaptureWriter;
import dev.footfall.gateway.wiring.Recording;
import dev.footfall.gateway.wiring.StartProblem;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall capture}: what arrives, kept for later without who. */
@Command(
        name = "capture",
        description = {
            "Records what arrives at a store's ways in, in the capture format, until it is told to stop (Ctrl-C).",
            "Addresses and plates become others of the same form, drawn anew each business day; of everything else only",
            "what the sensor's driver needs is kept. `footfall replay` counts it as the gateway would have.",
            "Nothing is counted meanwhile: stop the gateway to record what its listener and pins receive. Brokers are",
            "read beside a running gateway.",
            "It says at the end what had to be left out. Exit code when it stops by itself: 0 if everything was recorded, 1 if not."
        })
public final class CaptureCommand implements Callable<Integer> {
    @Mixin
    private ConfigFolder config = new ConfigFolder();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The capture to write; compressed if its name ends in .gz.")
    private Path file = Path.of("");

    @Option(names = "--minutes", paramLabel = "N", description = "Stop by itself after this many minutes.")
    private @Nullable Integer minutes;

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (minutes != null && minutes < 1) {
            err.println("--minutes [" + minutes + "] must be a whole number from 1");
            return 2;
        }
        if (Files.exists(file) && !force) {
            err.println("The file [" + file + "] exists: name another one, or replace it with --force.");
            return 1;
        }
        Path folder = config.path();
        return switch (ConfigLoader.load(folder)) {
            case LoadResult.Invalid invalid -> {
                invalid.problems().forEach(err::println);
                yield CheckCommand.WRONG_CONFIGURATION;
            }
            case LoadResult.Loaded loaded -> {
                loaded.notActive().forEach(err::println);
                yield capture(loaded.config(), folder, err);
            }
        };
    }

    private int capture(StoreConfig store, Path folder, PrintWriter err) throws InterruptedException {
        StopSignal stop = new StopSignal();
        Recorder recorder;
        try {
            recorder = new Recorder(new Anonymiser(store, DriverCatalog.all()), new CaptureWriter(file), stop::ask);
        } catch (NoSuchFileException e) {
            err.println("The file [" + file + "] cannot be written: there is no such folder; make it first.");
            return 1;
        } catch (IOException e) {
            err.println("The file [" + file + "] cannot be written: " + e.getMessage());
            return 1;
        }
        recorder.start();
        try (stop;
                recorder) {
            return record(store, folder, recorder, stop, err);
        }
    }

    private int record(StoreConfig store, Path folder, Recorder recorder, StopSignal stop, PrintWriter err)
            throws InterruptedException {
        try (Recording ways = Recording.start(store, folder, System.getenv(), recorder, InstantSource.system())) {
            ways.closed().forEach(way -> err.println("Not recorded: " + way));
            if (ways.open().isEmpty()) {
                err.println("There is nothing to record from.");
                return 1;
            }
            ways.open().forEach(way -> err.println("Recording " + way));
            err.flush();
            stop.listen();
            wait(stop, recorder, err);
        } catch (StartProblem e) {
            err.println(e.getMessage());
            return 1;
        }
        recorder.close();
        return report(recorder, err);
    }

    private void wait(StopSignal stop, Recorder recorder, PrintWriter err) throws InterruptedException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        long end = minutes == null ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        while (System.nanoTime() < end && !stop.await(1, TimeUnit.SECONDS)) {
            if (terminal) {
                err.printf(Locale.ROOT, "\r%,d messages ", recorder.summary().recorded());
                err.flush();
            }
        }
        if (terminal) {
            err.print("\r");
        }
    }

    private int report(Recorder recorder, PrintWriter err) {
        Recorder.Summary summary = recorder.summary();
        err.printf(
                Locale.ROOT,
                "%,d messages recorded in %s, %,d of them such as the gateway refuses%n",
                summary.recorded(),
                file,
                summary.refused());
        summary.leftOut().forEach((why, times) -> err.printf(Locale.ROOT, "Left out %,d of %s%n", times, why));
        if (recorder.failed()) {
            err.println("The file could not be written to its end: see above; what it holds can be replayed.");
        }
        err.flush();
        return recorder.failed() || !summary.leftOut().isEmpty() ? 1 : 0;
    }
}
