package dev.footfall.gateway.cli;

import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.time.Window;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall ledger}: what became of every message. */
@Command(name = "ledger", description = "Prints the conservation figures per source, one JSON object per line.")
public final class LedgerCommand implements Callable<Integer> {
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
            List<LedgerLine> lines = reader.ledger(new Window(from, to));
            PrintWriter out = spec.commandLine().getOut();
            for (LedgerLine line : lines) {
                out.printf(
                        "{\"source\":\"%s\",\"received\":%d,\"counted\":%d,\"duplicate\":%d,\"rejected\":%d,\"shed\":%d,"
                                + "\"quarantined\":%d,\"difference\":%d}%n",
                        line.source(),
                        line.received(),
                        line.counted(),
                        line.duplicate(),
                        line.rejected(),
                        line.shed(),
                        line.quarantined(),
                        line.difference());
            }
            out.flush();
            return lines.stream().allMatch(line -> line.difference() == 0) ? 0 : 1;
        } catch (JournalProblem e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
