package dev.footfall.gateway.cli;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.config.Notice;
import dev.footfall.gateway.config.Problem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code footfall check}: every problem of the configuration at once. */
@Command(
        name = "check",
        description = {
            "Checks the configuration and prints every problem of it at once.",
            "Exit code 0 if it is valid, 78 if it is not."
        })
public final class CheckCommand implements Callable<Integer> {
    /** The exit code for a wrong configuration, EX_CONFIG of sysexits.h. */
    public static final int WRONG_CONFIGURATION = 78;

    @Mixin
    private ConfigFolder config = new ConfigFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path directory = config.path();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(directory)) {
            err.println("There is no folder " + directory.toAbsolutePath().normalize()
                    + "; name the folder of your store.yaml with --config.");
            return WRONG_CONFIGURATION;
        }
        return switch (ConfigLoader.load(directory)) {
            case LoadResult.Loaded loaded -> report(loaded, out, err);
            case LoadResult.Invalid invalid -> report(invalid, err);
        };
    }

    private static int report(LoadResult.Loaded loaded, PrintWriter out, PrintWriter err) {
        for (Notice notice : loaded.notActive()) {
            err.println(notice);
        }
        var config = loaded.config();
        int sensors = config.sensors().size();
        out.println("The configuration of store " + config.store().id() + " is valid: " + sensors
                + (sensors == 1 ? " sensor" : " sensors") + ", time zone "
                + config.store().timeZone() + ".");
        return 0;
    }

    private static int report(LoadResult.Invalid invalid, PrintWriter err) {
        for (Problem problem : invalid.problems()) {
            err.println(problem);
        }
        return WRONG_CONFIGURATION;
    }
}
