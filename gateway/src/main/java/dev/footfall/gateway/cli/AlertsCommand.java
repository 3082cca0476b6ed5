package dev.footfall.gateway.cli;

import dev.footfall.gateway.api.AlertJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code footfall alerts}: what somebody should look at. */
@Command(
        name = "alerts",
        description = "Prints the exceptions found in a span, oldest first, one JSON object per line.")
public final class AlertsCommand implements Callable<Integer> {
    @Mixin
    private JournalSpan journal = new JournalSpan();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return journal.read(spec.commandLine().getErr(), (reader, span) -> {
            reader.alerts(span).forEach(alert -> out.println(AlertJson.line(alert)));
            out.flush();
            return 0;
        });
    }
}
