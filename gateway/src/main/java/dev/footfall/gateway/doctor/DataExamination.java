package dev.footfall.gateway.doctor;

import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.time.Window;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The data folder and the database in it. */
final class DataExamination {
    private static final long LEAST_FREE = 256L << 20;
    private static final Set<String> LOST_AT_POWER_OFF = Set.of("tmpfs", "ramfs", "overlay");
    private static final Duration LEDGER = Duration.ofDays(7);

    private final Path data;
    private final InstantSource clock;

    DataExamination(Path data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    List<Finding> examine() {
        if (!Files.isDirectory(data)) {
            return List.of(Finding.warning(
                    "data folder",
                    "there is no folder [" + data + "] yet",
                    "Name the gateway's with --data; a gateway makes it at its first start."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(writable());
        findings.add(disk());
        if (Files.exists(data.resolve("footfall.db"))) {
            database(findings);
        } else {
            findings.add(Finding.ok("database", "none yet; a gateway makes it at its first start"));
        }
        return findings;
    }

    private Finding writable() {
        return Files.isWritable(data)
                ? Finding.ok("data folder", data + " can be written")
                : Finding.fault(
                        "data folder",
                        "[" + data + "] cannot be written by user [" + System.getProperty("user.name") + "]",
                        "Give the gateway's user the right to write there.");
    }

    private Finding disk() {
        try {
            FileStore store = Files.getFileStore(data);
            long free = store.getUsableSpace();
            String sentence = (free >> 20) + " MB free on " + store.type();
            if (free < LEAST_FREE) {
                return Finding.fault("disk", sentence, "Free space: below 64 MB nothing more can be counted.");
            }
            return LOST_AT_POWER_OFF.contains(store.type())
                    ? Finding.warning("disk", sentence, "Such a folder may not outlive a restart: use a real disk.")
                    : Finding.ok("disk", sentence);
        } catch (IOException e) {
            return Finding.fault(
                    "disk", "[" + data + "] tells nothing of its disk: " + e.getMessage(), "Check the disk.");
        }
    }

    private void database(List<Finding> findings) {
        try (JournalReader reader = JournalReader.open(data)) {
            String verdict = reader.check();
            findings.add(
                    verdict.equals("ok")
                            ? Finding.ok("database", "read through, nothing is damaged")
                            : Finding.fault(
                                    "database",
                                    "damaged: " + verdict,
                                    "Stop the gateway and put the last backup back with `footfall restore`."));
            findings.add(ledger(reader));
        } catch (JournalProblem e) {
            findings.add(Finding.fault(
                    "database", String.valueOf(e.getMessage()), "See that this user may read the folder's files."));
        }
    }

    private Finding ledger(JournalReader reader) {
        List<LedgerLine> lines = reader.ledger(
                new Window(clock.instant().minus(LEDGER), clock.instant().plus(Duration.ofDays(1))));
        long difference =
                lines.stream().mapToLong(line -> Math.abs(line.difference())).sum();
        long received = lines.stream().mapToLong(LedgerLine::received).sum();
        long rejected = lines.stream().mapToLong(LedgerLine::rejected).sum();
        String sentence =
                received + " messages in seven days, " + rejected + " refused, " + difference + " unaccounted for";
        if (difference != 0) {
            return Finding.fault(
                    "ledger",
                    sentence,
                    "This must never be: keep the data folder and report it as a fault of this program.");
        }
        return rejected > received / 100
                ? Finding.warning("ledger", sentence, "See on the kiosk's Sensors screen what was refused, and why.")
                : Finding.ok("ledger", sentence);
    }
}
