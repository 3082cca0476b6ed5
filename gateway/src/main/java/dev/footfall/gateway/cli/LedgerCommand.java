package dev.footfall.gateway.cli;

import dev.footfall.gateway.api.LedgerLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code footfall ledger}: what became of every message. */
@Command(name = "ledger", description = "Prints the conservation figures per source, one JSON object per line.")
public final class LedgerCommand implements Callable<Integer> {
    @Mixin
    private JournalSpan journal = new JournalSpan();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return journal.read(spec.commandLine().getErr(), (reader, span) -> {
            List<LedgerLine> lines = reader.ledger(span);
            lines.forEach(line -> print(line, out));
            out.flush();
            return lines.stream().allMatch(line -> line.difference() == 0) ? 0 : 1;
        });
    }

    private static void print(LedgerLine line, PrintWriter out) {
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
}
