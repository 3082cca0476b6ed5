package dev.footfall.gateway.cli;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.service.SystemdNotifier;
import dev.footfall.gateway.wiring.Gateway;
import dev.footfall.gateway.wiring.StartProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall run}: the service. */
@Command(name = "run", description = "Runs the gateway until it is told to stop.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigFolder config = new ConfigFolder();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for what is counted; $STATE_DIRECTORY under systemd, else ./footfall-data.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = config.path();
        switch (ConfigLoader.load(folder)) {
            case LoadResult.Invalid invalid -> {
                invalid.problems().forEach(err::println);
                return CheckCommand.WRONG_CONFIGURATION;
            }
            case LoadResult.Loaded loaded -> {
                loaded.notActive().forEach(err::println);
                return serve(folder, loaded, err);
            }
        }
    }

    private int serve(Path folder, LoadResult.Loaded loaded, PrintWriter err) throws InterruptedException {
        SystemdNotifier systemd =
                SystemdNotifier.from(System.getenv(), ProcessHandle.current().pid());
        try (StopSignal stop = new StopSignal();
                Gateway gateway = Gateway.start(
                        loaded, folder, data == null ? defaultData() : data, InstantSource.system(), systemd)) {
            stop.listen();
            err.println("Kiosk: " + gateway.kiosk());
            stop.await();
            systemd.stopping();
        } catch (JournalProblem | StartProblem e) {
            err.println("The gateway cannot start: " + e.getMessage());
            return 1;
        }
        return 0;
    }

    private static Path defaultData() {
        String state = System.getenv("STATE_DIRECTORY");
        return Path.of(state == null || state.isBlank() ? "footfall-data" : state);
    }
}
