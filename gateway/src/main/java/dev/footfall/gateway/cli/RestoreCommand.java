package dev.footfall.gateway.cli;

import dev.footfall.gateway.journal.BackupFile;
import dev.footfall.gateway.journal.JournalProblem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code footfall restore}: a backup back into a data folder. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into a data folder that no gateway uses; stop the gateway first.",
            "With --force a database that is there is put aside, not deleted.",
            "What head office has of the time after the backup stays there: rows sent from now on have a new epoch.",
            "Exit code 0 if it was put back, 1 if not; then nothing was changed."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file that `footfall backup` wrote.")
    private Path file = Path.of("");

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--force", description = "Put a database that is there aside.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = data.path();
        try {
            BackupFile.Content content = BackupFile.restore(
                    file, folder, force, InstantSource.system().instant());
            spec.commandLine().getOut().println(DataFolder.sentence(content) + " put back into " + folder);
            return 0;
        } catch (JournalProblem e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
