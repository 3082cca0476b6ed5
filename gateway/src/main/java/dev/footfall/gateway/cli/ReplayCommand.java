package dev.footfall.gateway.cli;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.pipeline.ReplayRun;
import dev.footfall.gateway.replay.CaptureReader.BadCapture;
import dev.footfall.gateway.wiring.Replay;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code footfall replay}: the whole pipeline over captures, in event time. */
@Command(
        name = "replay",
        description = {
            "Runs captures through the whole pipeline in event time, as fast as it goes.",
            "A folder filled by an earlier replay is begun afresh; a live gateway's folder is refused."
        })
public final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "DIR", required = true, description = "The folder of store.yaml.")
    private Path config = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder for the result.")
    private Path data = Path.of("");

    @Parameters(
            paramLabel = "CAPTURE",
            arity = "1..*",
            description = "Captures (JSON Lines, plain or gzip), in order of time.")
    private List<Path> captures = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        for (Path capture : captures) {
            if (!Files.isReadable(capture)) {
                err.println("The capture [" + capture + "] cannot be read: check the name.");
                return 1;
            }
        }
        return switch (ConfigLoader.load(config)) {
            case LoadResult.Invalid invalid -> {
                invalid.problems().forEach(err::println);
                yield CheckCommand.WRONG_CONFIGURATION;
            }
            case LoadResult.Loaded loaded -> replay(loaded, err);
        };
    }

    private int replay(LoadResult.Loaded loaded, PrintWriter err) throws InterruptedException {
        long start = System.nanoTime();
        try {
            ReplayRun.Summary summary = Replay.into(data, loaded, captures, progress(err, start));
            if (summary.end() == null) {
                err.println("There is no message in the capture: nothing was replayed.");
                return 0;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            err.printf(
                    Locale.ROOT,
                    "%,d messages replayed in %.1f s (%,.0f/s), up to %s%n",
                    summary.messages(),
                    seconds,
                    summary.messages() / seconds,
                    summary.end());
            return 0;
        } catch (JournalProblem | BadCapture e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static LongConsumer progress(PrintWriter err, long start) {
        if (System.console() == null || !System.console().isTerminal()) {
            return ignored -> {};
        }
        return seen -> {
            err.printf(Locale.ROOT, "\r%,d messages, %,.0f/s ", seen, seen / ((System.nanoTime() - start) / 1e9));
            err.flush();
        };
    }
}
