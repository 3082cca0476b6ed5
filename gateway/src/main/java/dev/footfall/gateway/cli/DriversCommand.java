package dev.footfall.gateway.cli;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.DriverDocumentation;
import dev.footfall.drivers.SensorDriver;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code footfall drivers}: what can be read, and how. */
@Command(
        name = "drivers",
        description = "Lists the drivers, or prints one driver's documentation with its sample configuration.")
public final class DriversCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A driver from the list.")
    private @Nullable String name;

    @Option(names = "--sample", description = "Print only the sample configuration, ready to be a store.yaml.")
    private boolean sampleOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            list(out);
            return 0;
        }
        Optional<SensorDriver> driver = DriverCatalog.named(name);
        if (driver.isEmpty()) {
            spec.commandLine().getErr().println(DecodeCommand.unknownDriver(name));
            return 2;
        }
        DriverDocumentation documentation = DriverDocumentation.of(driver.get());
        out.print(sampleOnly ? documentation.sample() : documentation.readme());
        out.flush();
        return 0;
    }

    private static void list(PrintWriter out) {
        int width = DriverCatalog.all().stream()
                .mapToInt(driver -> driver.name().length())
                .max()
                .orElse(0);
        for (SensorDriver driver : DriverCatalog.all()) {
            out.println(driver.name() + " ".repeat(width + 2 - driver.name().length()) + driver.title());
        }
        out.flush();
    }
}
