package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.api.AlertView;
import dev.footfall.gateway.api.HeatGrid;
import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.api.LiveFigures;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.api.SensorHealth;
import dev.footfall.gateway.api.StoreView;
import dev.footfall.gateway.api.StoredAlert;
import dev.footfall.gateway.api.StoredAlert.Acknowledgement;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * What readers see. Live figures are drawn up on the writer's thread and handed out as they are; rows are read from the
 * database on a thread of their own; questions about folds are answered by the writer.
 */
final class LiveBoard implements StoreView, AlertView, AutoCloseable {
    private static final int ALERTS_SHOWN = 100;

    private final Processor processor;
    private final Journal journal;
    private final JournalReader reader;
    private final InstantSource clock;
    private final SqliteOutbox outbox;
    private LiveDrawing drawing;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("journal-reader").daemon().factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile LiveFigures figures;
    private volatile List<StoredAlert> alerts;
    private final Writer writer;

    LiveBoard(
            StoreConfig config,
            Processor processor,
            Journal journal,
            JournalReader reader,
            SqliteOutbox outbox,
            InstantSource clock,
            Writer writer) {
        this.journal = journal;
        this.processor = processor;
        this.reader = reader;
        this.clock = clock;
        this.outbox = outbox;
        this.writer = writer;
        this.drawing = new LiveDrawing(config, processor, outbox);
        this.figures = drawing.draw(clock.instant());
        this.alerts = reader.openAlerts(ALERTS_SHOWN);
    }

    /** Draws by another configuration from now on. On the writer's thread. */
    void reconfigure(StoreConfig config) {
        drawing = new LiveDrawing(config, processor, outbox);
        draw();
    }

    /** Draws up the figures again. On the writer's thread. */
    void draw() {
        figures = drawing.draw(clock.instant());
        alerts = reader.openAlerts(ALERTS_SHOWN);
        listeners.forEach(Runnable::run);
    }

    @Override
    public LiveFigures live() {
        return figures;
    }

    @Override
    public AutoCloseable onLiveChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public CompletionStage<List<Measurement>> measurements(MeasurementQuery query) {
        return read(() -> reader.measurements(query));
    }

    @Override
    public CompletionStage<HeatGrid> heatmap(Window window) {
        return ask(() -> FoldQuestions.heat(processor.days(), window));
    }

    @Override
    public CompletionStage<List<Measurement>> flows(Window window) {
        return ask(() -> FoldQuestions.flows(processor.days(), window, clock.instant()));
    }

    @Override
    public CompletionStage<List<Stays>> stays(Window window) {
        return ask(() -> FoldQuestions.stays(processor.days(), window, clock.instant()));
    }

    @Override
    public List<SensorHealth> sensors() {
        return processor.board().health(clock.instant(), reader);
    }

    @Override
    public CompletionStage<List<LedgerLine>> ledger(Window window) {
        return read(() -> reader.ledger(window));
    }

    @Override
    public List<StoredAlert> open() {
        return alerts;
    }

    @Override
    public CompletionStage<Boolean> acknowledge(String id, String owner, String note) {
        return read(() -> {
            boolean known = journal.acknowledge(id, new Acknowledgement(clock.instant(), owner, note));
            alerts = reader.openAlerts(ALERTS_SHOWN);
            listeners.forEach(Runnable::run);
            return known;
        });
    }

    private <T> CompletionStage<T> read(Supplier<T> query) {
        return CompletableFuture.supplyAsync(query, reading);
    }

    private <T> CompletionStage<T> ask(Supplier<T> question) {
        return writer.ask(question);
    }

    @Override
    public void close() {
        reading.shutdown();
        reader.close();
    }
}
