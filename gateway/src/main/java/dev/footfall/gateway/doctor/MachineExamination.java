package dev.footfall.gateway.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The board or computer: its clock, its warmth, its memory. */
final class MachineExamination {
    /** Before this program was written no clock can be right. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private static final int HOT_MILLIDEGREES = 80_000;
    private static final long LEAST_AVAILABLE_KIB = 128 * 1024;

    private final Path root;
    private final InstantSource clock;

    MachineExamination(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(clock());
        findings.add(synchronised());
        findings.add(memory());
        Finding heat = heat();
        if (heat != null) {
            findings.add(heat);
        }
        return findings;
    }

    private Finding clock() {
        Instant now = clock.instant();
        return now.isBefore(EARLIEST)
                ? Finding.fault(
                        "clock",
                        "this machine's clock says [" + now + "]",
                        "Set it (`timedatectl set-time`), give it a time server, or fit a real-time clock.")
                : Finding.ok("clock", now.toString());
    }

    /** systemd-timesyncd, chrony and ntpd each leave a mark; without any, nobody is known to keep the time. */
    private Finding synchronised() {
        for (String mark : List.of(
                "run/systemd/timesync/synchronized", "run/chrony/chronyd.pid", "run/ntpd.pid", "run/ntpsec/ntpd.pid")) {
            if (Files.exists(root.resolve(mark))) {
                return Finding.ok("time server", "/" + mark + " says that the clock is kept");
            }
        }
        return Finding.warning(
                "time server",
                "nothing is seen to keep this clock right",
                "Install systemd-timesyncd or chrony and let it reach a time server; in a container the host may do it.");
    }

    private Finding memory() {
        long available = available();
        if (available < 0) {
            return Finding.ok("memory", "this system does not tell");
        }
        String sentence = available / 1024 + " MB available";
        return available < LEAST_AVAILABLE_KIB
                ? Finding.warning("memory", sentence, "Stop what else runs here; the gateway needs 128 MB and more.")
                : Finding.ok("memory", sentence);
    }

    private long available() {
        String text = read("proc/meminfo");
        if (text != null) {
            for (String line : text.lines().toList()) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        }
        return -1;
    }

    private @Nullable Finding heat() {
        String text = read("sys/class/thermal/thermal_zone0/temp");
        if (text == null || !text.strip().matches("-?\\d{1,9}")) {
            return null;
        }
        int millidegrees = Integer.parseInt(text.strip());
        String sentence = millidegrees / 1000 + " °C";
        return millidegrees >= HOT_MILLIDEGREES
                ? Finding.warning(
                        "temperature", sentence, "The processor slows down: give the board air or a heat sink.")
                : Finding.ok("temperature", sentence);
    }

    private @Nullable String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException ignored) {
            return null;
        }
    }
}
