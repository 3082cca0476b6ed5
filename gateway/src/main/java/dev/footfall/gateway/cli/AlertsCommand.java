package dev.footfall.gateway.cli;

import dev.footfall.gateway.api.AlertJson;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.time.Window;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall alerts}: what somebody should look at. */
@Command(
        name = "alerts",
        description = "Prints the exceptions found in a span, oldest first, one JSON object per line.")
public final class AlertsCommand implements Callable<Integer> {
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!to.isAfter(from)) {
            err.println("--to [" + to + "] must be after --from [" + from + "].");
            return 2;
        }
        try (JournalReader reader = JournalReader.open(data)) {
            PrintWriter out = spec.commandLine().getOut();
            reader.alerts(new Window(from, to)).forEach(alert -> out.println(AlertJson.line(alert)));
            out.flush();
            return 0;
        } catch (JournalProblem e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
