package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.api.Audit;
import dev.footfall.gateway.api.AuditView;
import dev.footfall.gateway.api.Marker;
import dev.footfall.gateway.api.MarkerView;
import dev.footfall.gateway.journal.AuditTable;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.journal.MarkerTable;
import dev.footfall.measurement.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * What people enter: counts by hand and event markers. The database is asked on a thread of its own; what sensors told of a
 * counted time, to the second, is asked of the folds, on the writer's thread.
 */
final class Notebook implements AuditView, MarkerView, AutoCloseable {
    private static final int SHOWN = 100;
    /** Devices that report by the quarter of an hour have told of a time when this has passed since. */
    private static final Duration REPORTED = Duration.ofMinutes(17);

    private final AuditTable audits;
    private final MarkerTable markers;
    private final JournalReader reader;
    private final InstantSource clock;
    private final Function<Audit, CompletionStage<Audit.Told>> sensors;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("notebook").daemon().factory());

    Notebook(Journal journal, JournalReader reader, Processor processor, Writer writer, InstantSource clock) {
        this.audits = new AuditTable(journal, reader);
        this.markers = new MarkerTable(journal, reader);
        this.reader = reader;
        this.clock = clock;
        this.sensors = audit -> writer.ask(() -> told(audit, processor.days(), clock.instant()));
    }

    private static Audit.Told told(Audit audit, DayBook days, Instant now) {
        return new Audit.Told(
                FoldQuestions.people(days, Metric.ENTRIES, audit.scope(), audit.window(), now),
                FoldQuestions.people(days, Metric.EXITS, audit.scope(), audit.window(), now),
                !now.isBefore(audit.window().end().plus(REPORTED)));
    }

    @Override
    public CompletionStage<Audit.Judged> keep(Audit audit) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            audits.add(audit, clock.instant());
                            return audits.find(audit.id()).orElseThrow();
                        },
                        writing)
                .thenCompose(this::judged);
    }

    @Override
    public CompletionStage<List<Audit.Judged>> newest() {
        return CompletableFuture.supplyAsync(() -> audits.newest(SHOWN), writing)
                .thenCompose(this::allJudged);
    }

    private CompletionStage<List<Audit.Judged>> allJudged(List<Audit.Judged> kept) {
        List<CompletableFuture<Audit.Judged>> judged =
                kept.stream().map(each -> judged(each).toCompletableFuture()).toList();
        return CompletableFuture.allOf(judged.toArray(CompletableFuture[]::new))
                .thenApply(done -> judged.stream().map(CompletableFuture::join).toList());
    }

    /** What is settled stays; everything else is asked for again, for devices may have told more since. */
    private CompletionStage<Audit.Judged> judged(Audit.Judged kept) {
        if (kept.told().settled()) {
            return CompletableFuture.completedFuture(kept);
        }
        return sensors.apply(kept.audit())
                .thenApplyAsync(
                        told -> {
                            if (!told.equals(kept.told())) {
                                audits.tell(kept.audit().id(), told);
                            }
                            return new Audit.Judged(kept.audit(), kept.recordedAt(), told);
                        },
                        writing);
    }

    @Override
    public CompletionStage<List<Marker>> all() {
        return CompletableFuture.supplyAsync(markers::all, writing);
    }

    @Override
    public CompletionStage<Marker> add(String name, LocalDate first, LocalDate last) {
        return CompletableFuture.supplyAsync(() -> markers.add(name, first, last), writing);
    }

    @Override
    public CompletionStage<Boolean> remove(long id) {
        return CompletableFuture.supplyAsync(() -> markers.remove(id), writing);
    }

    @Override
    public void close() {
        writing.shutdown();
        reader.close();
    }
}
