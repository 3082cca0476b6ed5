package dev.footfall.gateway.wiring;

import dev.footfall.gateway.journal.Journal;
import dev.footfall.store.StoreConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets raw observations that are older than configured, and outbox rows that every target has. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final StoreConfig config;
    private final Journal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(StoreConfig config, Journal journal, InstantSource clock) {
        this.config = config;
        this.journal = journal;
        this.clock = clock;
    }

    void start() {
        var ignored = timer.scheduleWithFixedDelay(this::tidy, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void tidy() {
        try {
            LocalDate today = config.calendar().dayOf(clock.instant()).date();
            List<String> targets = config.relay().stream()
                    .map(target -> target.url().toString())
                    .toList();
            journal.prune(
                    today.minusDays(config.journal().keepDays()),
                    config.journal().maxBytes(),
                    targets,
                    clock.instant());
        } catch (IllegalStateException e) {
            LOG.warn("Old observations could not be deleted, next try in an hour: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
