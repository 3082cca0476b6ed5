package dev.footfall.gateway.cli;

import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.time.Window;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options of commands that read a span of a data folder; all of it if no span is given. */
final class JournalSpan {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The data folder of a gateway or replay.")
    private Path data = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = ReportCommand.Moment.class,
            description = "First instant, RFC 3339.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = ReportCommand.Moment.class,
            description = "First instant after, RFC 3339.")
    private Instant to = Instant.parse("9999-01-01T00:00:00Z");

    /** What a command does with the folder and the span; returns its exit code. */
    @FunctionalInterface
    interface Reading {
        int read(JournalReader reader, Window span);
    }

    /** Reads the span, or says on the error stream why it cannot be read. */
    int read(PrintWriter err, Reading reading) {
        if (!to.isAfter(from)) {
            err.println("--to [" + to + "] must be after --from [" + from + "].");
            return 2;
        }
        try (JournalReader reader = JournalReader.open(data)) {
            return reading.read(reader, new Window(from, to));
        } catch (JournalProblem e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
