package dev.footfall.gateway.pipeline;

import dev.footfall.alert.Finder;
import dev.footfall.alert.Finders;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.DayFold;
import dev.footfall.store.StoreConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Has every publication looked at, and puts what is found into the same commit. Used by the writer's thread alone. */
final class AlertDesk {
    /** Longer than any finder remembers. */
    private static final Duration REMEMBERED = Duration.ofDays(7 * 13);

    private static final int MOST_OPEN = 1000;

    private final List<Finder> finders;

    AlertDesk(StoreConfig config) {
        this.finders = Finders.of(config);
    }

    void look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now, Commit commit) {
        for (Finder finder : finders) {
            finder.look(day, published, dayClosed, now).forEach(commit::alert);
        }
    }

    /** After a start: everything that was published lately, in the order of time. */
    void recover(JournalReader reader, Consumer<Measurement> also) {
        reader.recent(REMEMBERED, row -> {
            finders.forEach(finder -> finder.recall(row));
            also.accept(row);
        });
        for (StoredAlert stored : reader.openAlerts(MOST_OPEN)) {
            finders.forEach(finder -> finder.resume(stored.alert()));
        }
    }
}
