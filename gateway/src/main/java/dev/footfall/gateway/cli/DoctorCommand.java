package dev.footfall.gateway.cli;

import dev.footfall.gateway.doctor.Doctor;
import dev.footfall.gateway.doctor.Finding;
import dev.footfall.gateway.doctor.Finding.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code footfall doctor}: what is wrong here, and what to do about it. */
@Command(
        name = "doctor",
        description = {
            "Examines the machine, the data folder, the configuration, the network and the running gateway;",
            "changes nothing. A line for each thing, and a remedy below what is not well.",
            "Exit code 0 if there is no fault (warnings are none), 1 if there is."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ConfigFolder config = new ConfigFolder();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(config.path(), data.path(), Path.of("/"), InstantSource.system()).examine();
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings) {
            String level = finding.level().toString().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, "%-8s %-16s %s%n", level, finding.subject(), finding.sentence());
            if (finding.remedy() != null) {
                out.printf(Locale.ROOT, "%25s %s%n", "\u2192", finding.remedy());
            }
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Level.FAULT) ? 1 : 0;
    }
}
