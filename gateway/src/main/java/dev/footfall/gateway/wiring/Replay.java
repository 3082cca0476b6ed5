package dev.footfall.gateway.wiring;

import dev.footfall.gateway.config.KeptText;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.pipeline.Pipeline;
import dev.footfall.gateway.pipeline.ReplayRun;
import dev.footfall.gateway.replay.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** Runs captures through the whole pipeline into a data folder of their own. */
public final class Replay {
    private static final String KIND = "kind";
    private static final String REPLAY = "replay";

    private Replay() {}

    /**
     * Replays into the folder. A folder that an earlier replay filled is begun afresh, so that the same input always
     * gives the same output; the folder of a live gateway is refused.
     *
     * @param progress told every few thousand messages how many there were so far
     * @throws JournalProblem if the folder cannot be used
     * @throws CaptureReader.BadCapture if a capture is not in the format
     */
    public static ReplayRun.Summary into(
            Path folder, LoadResult.Loaded configuration, List<Path> captures, LongConsumer progress)
            throws InterruptedException {
        clear(folder);
        var store = configuration.config().store();
        String currency = store.currency() == null ? "" : store.currency();
        try (Journal journal = Journal.open(folder, store.id(), currency, Instant.EPOCH.plusSeconds(1))) {
            journal.remember(KIND, REPLAY);
            journal.remember("configuration", KeptText.of(configuration.text()));
            try (Pipeline pipeline = Pipeline.replaying(configuration.config(), journal)) {
                long[] seen = {0};
                return pipeline.replay(
                        consumer -> captures.forEach(capture -> new CaptureReader(capture).read(message -> {
                            consumer.accept(message.arrival());
                            if ((++seen[0] & 0x3FFF) == 0) {
                                progress.accept(seen[0]);
                            }
                        })),
                        true);
            }
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder.resolve("footfall.db"))) {
            return;
        }
        try (JournalReader reader = JournalReader.open(folder)) {
            if (!REPLAY.equals(reader.meta(KIND).orElse(""))) {
                throw new JournalProblem("the data folder [" + folder
                        + "] belongs to a live gateway: replay into another one, so that no real count is mixed up");
            }
        }
        try {
            for (String name : List.of("footfall.db", "footfall.db-wal", "footfall.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new JournalProblem("the data folder [" + folder + "] cannot be emptied: " + e.getMessage(), e);
        }
    }
}
