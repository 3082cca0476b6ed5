package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.metrics.Figures;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastFourTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final SensorId DOOR = new SensorId("door");

    @TempDir
    Path folder;

    private final StoreConfig config = TestStore.loaded(TestStore.DOOR).config();

    @Test
    void daysThatBecomeKnownLaterAreTakenIn() throws Exception {
        try (Journal journal = Journal.open(folder, "test", "", NOON);
                JournalReader reader = JournalReader.open(folder)) {
            assertThat(journal.database()).exists();
            DayBook days = new DayBook(config, reader);
            LastFour four = new LastFour(config.calendar());
            four.of(TODAY, days);
            assertThat(four.mean(NOON, Figures::footfall)).isNull();

            for (long weeks : List.of(1L, 2L)) {
                live(days, TODAY.minusWeeks(weeks), (int) (30 * weeks));
                four.of(TODAY, days);
                assertThat(four.mean(NOON, Figures::footfall)).isCloseTo(15 + 15 * weeks, within(1e-9));
            }
        }
    }

    private void live(DayBook days, LocalDate date, int people) {
        var window = config.calendar().day(date).window();
        Commit commit = new Commit();
        for (Instant at = window.start(); at.isBefore(window.end()); at = at.plusSeconds(300)) {
            days.observe(Observation.of(DOOR, at, Fact.Heartbeat.BARE), 0, commit);
        }
        days.observe(Observation.of(DOOR, window.start().plusSeconds(600), Fact.Crossing.event(people, 0)), 0, commit);
    }
}
