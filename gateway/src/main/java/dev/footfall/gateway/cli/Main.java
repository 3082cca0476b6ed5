package dev.footfall.gateway.cli;

import dev.footfall.gateway.cli.simulation.DemoCommand;
import dev.footfall.gateway.cli.simulation.SimulateCommand;
import dev.footfall.gateway.logging.Logging;
import dev.footfall.gateway.service.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code footfall} command. Adding a command adds its class here. */
@Command(
        name = "footfall",
        description = "The open in-store foot-traffic gateway.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        subcommands = {
            CheckCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            AlertsCommand.class,
            AuditCommand.class,
            LedgerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            DecodeCommand.class,
            CaptureCommand.class,
            PcapCommand.class,
            DriversCommand.class,
            SimulateCommand.class,
            DemoCommand.class
        })
public final class Main {
    private Main() {}

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"footfall " + ProgramVersion.CURRENT};
        }
    }

    public static void main(String[] arguments) {
        Logging.configure(System.getenv());
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
