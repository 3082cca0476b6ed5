package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.admission.SensorRouter;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Settlement;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.service.Heartbeat;
import dev.footfall.gateway.service.VitalSign;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer: one platform thread that takes what the sources offered, has it processed, commits it, and only then tells
 * the sources. Whatever needs the folds is done on this thread.
 */
public final class Writer implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(20);
    private static final Duration STRAGGLERS = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final Duration IDLE_REFRESH = Duration.ofSeconds(5);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final SensorRouter router;
    private final Processor processor;
    private final Journal journal;
    private final SqliteOutbox outbox;
    private final GatewayMetrics metrics;
    private final InstantSource clock;
    private final ClockStart clockStart;
    private final Runnable onFigures;
    private final Inbox inbox = new Inbox(COMMIT_INTERVAL);
    private final Thread thread;
    private Instant lastRefresh = Instant.MIN;
    private boolean stale = true;
    private boolean failing;
    private volatile boolean closing;
    private final Heartbeat heartbeat = Heartbeat.ofLoop("journal writer", Duration.ofSeconds(15), System::nanoTime);

    /** @param onFigures called on the writer's thread when the live figures should be drawn up again */
    Writer(
            SensorRouter router,
            Processor processor,
            Journal journal,
            SqliteOutbox outbox,
            GatewayMetrics metrics,
            InstantSource clock,
            Runnable onFigures) {
        this.router = router;
        this.processor = processor;
        this.journal = journal;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
        this.clockStart = new ClockStart(clock, System::nanoTime);
        this.onFigures = onFigures;
        this.thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean offer(Arrival arrival) {
        return inbox.put(router.route(arrival));
    }

    @Override
    public void whenRoom(Runnable resume) {
        inbox.whenRoom(resume);
    }

    public int waiting() {
        return inbox.size();
    }

    /** Beats while the writer commits or waits for work. */
    public VitalSign vitalSign() {
        return heartbeat;
    }

    /** For long work on the writer's thread: it is not hanging. */
    void alive() {
        heartbeat.beat();
    }

    /** Has something computed on the writer's thread, where the folds are. */
    public <T> CompletionStage<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        inbox.chore(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private void run() {
        try {
            boolean closed = false;
            while (!closed) {
                Inbox.Round round = next();
                closed = round.closed() && round.messages().isEmpty();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.error("The writer stopped by a fault in the program; the service must be restarted.", fault);
            throw fault;
        }
    }

    private Inbox.Round next() throws InterruptedException {
        if (clockStart.isKnown()) {
            Inbox.Round round = inbox.take(TimeUnit.MILLISECONDS.toNanos(500));
            round(round);
            return round;
        }
        heartbeat.beat();
        Inbox.Round round = inbox.takeChores(TimeUnit.MILLISECONDS.toNanos(100));
        round.chores().forEach(Runnable::run);
        if (round.closed() && inbox.size() > 0) {
            LOG.warn("Stopping before the time is known: {} messages were not acknowledged.", inbox.size());
        }
        return round;
    }

    private void round(Inbox.Round round) {
        heartbeat.beat();
        List<Settlement> settlements = new ArrayList<>(round.messages().size());
        countReceived(round.messages());
        for (Routed message : round.messages()) {
            settlements.add(processed(clockStart.dated(message)));
        }
        Instant now = clock.instant();
        processor.tickTo(now.minus(STRAGGLERS));
        boolean draw = refresh(now);
        Commit commit = processor.commit();
        if (!commit.isEmpty()) {
            commit(commit, settlements);
        }
        round.resume().forEach(Runnable::run);
        round.chores().forEach(Runnable::run);
        if (draw) {
            onFigures.run();
        }
    }

    private void countReceived(List<Routed> messages) {
        long[] bySource = new long[Source.values().length];
        for (Routed message : messages) {
            bySource[message.arrival().source().ordinal()]++;
        }
        for (Source source : Source.values()) {
            if (bySource[source.ordinal()] > 0) {
                metrics.received(source, bySource[source.ordinal()]);
            }
        }
    }

    private Settlement processed(Routed message) {
        try {
            return processor.process(message);
        } catch (RuntimeException fault) {
            return processor.failed(message, fault);
        }
    }

    /** Running rows and live figures follow what is observed, at most once a second; ages move on without it. */
    private boolean refresh(Instant now) {
        stale |= processor.takeChanged();
        Duration since = lastRefresh.equals(Instant.MIN)
                ? IDLE_REFRESH
                : Duration.between(lastRefresh, now).abs();
        boolean due = since.compareTo(stale ? REFRESH : IDLE_REFRESH) >= 0;
        if (due) {
            if (stale) {
                processor.refresh(now);
            }
            lastRefresh = now;
            stale = false;
        }
        return due;
    }

    /** Tries until it succeeds: what was taken is neither lost nor acknowledged before it is on disk. */
    private void commit(Commit commit, List<Settlement> settlements) {
        long start = System.nanoTime();
        while (!tryCommit(commit)) {
            heartbeat.beat();
            if (closing && System.nanoTime() - start > GIVE_UP_NANOS) {
                LOG.error("Stopping without the last commit: its messages were not acknowledged and will come again.");
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(RETRY_NANOS);
        }
        metrics.committed(System.nanoTime() - start, commit.observations());
        metrics.settled(settlements);
        settlements.forEach(s -> s.arrival().receipt().settled(s.fate(), s.reason()));
        processor.committed(clock.instant());
        if (commit.publishes()) {
            outbox.committed();
        }
    }

    private boolean tryCommit(Commit commit) {
        try {
            journal.commit(commit, clock.instant());
            if (failing) {
                LOG.warn("The database takes commits again; nothing was lost.");
                failing = false;
            }
            return true;
        } catch (Journal.CommitFailed e) {
            metrics.commitFailed();
            if (!failing) {
                LOG.error(
                        "{}: messages wait and are not acknowledged until it succeeds. {}",
                        e.getMessage(),
                        e.diskFull() ? "Free space on the disk of the data folder." : "Check the disk.");
                failing = true;
            }
            return e.relieved() && tryCommit(commit);
        }
    }

    /** Commits what is waiting, then ends. */
    @Override
    public void close() {
        closing = true;
        inbox.close();
        try {
            thread.join();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
