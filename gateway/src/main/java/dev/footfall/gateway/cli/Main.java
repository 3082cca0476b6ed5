package dev.footfall.gateway.cli;

import dev.footfall.gateway.cli.simulation.DemoCommand;
import dev.footfall.gateway.cli.simulation.SimulateCommand;
import dev.footfall.gateway.logging.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code footfall} command. Adding a command adds its class here. */
@Command(
        name = "footfall",
        description = "The open in-store foot-traffic gateway.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "footfall 0.1.0",
        subcommands = {
            CheckCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            LedgerCommand.class,
            BenchCommand.class,
            DecodeCommand.class,
            DriversCommand.class,
            SimulateCommand.class,
            DemoCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.configure(System.getenv());
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
