package dev.footfall.gateway.cli;

import dev.footfall.gateway.journal.BackupFile;
import dev.footfall.gateway.journal.JournalProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code footfall backup}: one file with everything up to one commit. */
@Command(
        name = "backup",
        description = {
            "Copies everything counted so far into one file, also beside a running gateway.",
            "The file appears under its name once it is whole, read through and on disk.",
            "Exit code 0 if it is, 1 if not."
        })
public final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            BackupFile.Content content = BackupFile.write(data.path(), file.toAbsolutePath(), force);
            spec.commandLine().getOut().println(DataFolder.sentence(content) + " saved in " + file);
            return 0;
        } catch (JournalProblem e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
