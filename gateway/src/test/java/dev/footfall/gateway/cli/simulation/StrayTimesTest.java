package dev.footfall.gateway.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.observation.Flag;
import dev.footfall.simulator.CaptureWriter;
import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.StoreSimulation;
import dev.footfall.simulator.device.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrayTimesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    /** Ready-made counters tell whole seconds, and at a busy door two people pass in one. */
    @Test
    void noTimeOfACounterWhoseClockIsRightIsDoubted() throws Exception {
        Files.writeString(folder.resolve(ConfigLoader.FILE), """
            store: { id: busy, time-zone: Europe/Berlin, hours: { mon-sun: "09:00-20:00" } }
            entrances: [ { id: mall, width-m: 3 }, { id: side, width-m: 3 } ]
            sensors:
              - { id: door-mall, driver: milesight-ip, entrance: mall, match: { topic: "em/+/status" } }
              - { id: door-side, driver: hikvision, entrance: side }
            """);
        var loaded = (LoadResult.Loaded) ConfigLoader.load(folder);
        var simulation = new StoreSimulation(SimulatedStore.withArrivals(loaded.config(), 300), 3, Faults.NONE);
        Path capture = folder.resolve("capture.jsonl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            var messages = simulation.messages(MONDAY, 1);
            while (messages.hasNext()) {
                writer.write(messages.next());
            }
        }
        Path data = folder.resolve("data");
        Replay.into(data, loaded, List.of(capture), ignored -> {});

        int[] seen = new int[2];
        try (JournalReader reader = JournalReader.open(data)) {
            reader.day(MONDAY, (observation, key) -> {
                seen[0]++;
                seen[1] += observation.has(Flag.CLOCK_UNTRUSTED) ? 1 : 0;
            });
        }
        assertThat(seen[0]).isGreaterThan(5000);
        assertThat(seen[1]).as("times not believed").isZero();
    }
}
