package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.api.HeatGrid;
import dev.footfall.gateway.api.LedgerLine;
import dev.footfall.gateway.api.LiveFigures;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.api.SensorHealth;
import dev.footfall.gateway.api.StoreView;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.measurement.Measurement;
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
import org.jspecify.annotations.Nullable;

/**
 * What readers see. Live figures are drawn up on the writer's thread and handed out as they are; rows are read from the
 * database on a thread of their own; questions about folds are answered by the writer.
 */
final class LiveBoard implements StoreView, AutoCloseable {
    private final Processor processor;
    private final JournalReader reader;
    private final InstantSource clock;
    private final LiveDrawing drawing;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("journal-reader").daemon().factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile LiveFigures figures;
    private @Nullable Writer writer;

    LiveBoard(StoreConfig config, Processor processor, JournalReader reader, SqliteOutbox outbox, InstantSource clock) {
        this.processor = processor;
        this.reader = reader;
        this.clock = clock;
        this.drawing = new LiveDrawing(config, processor, outbox);
        this.figures = drawing.draw(clock.instant());
    }

    void answeredBy(Writer answering) {
        writer = answering;
    }

    /** Draws up the figures again. On the writer's thread. */
    void draw() {
        figures = drawing.draw(clock.instant());
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
    public List<SensorHealth> sensors() {
        return processor.board().health(clock.instant(), reader);
    }

    @Override
    public CompletionStage<List<LedgerLine>> ledger(Window window) {
        return read(() -> reader.ledger(window));
    }

    private <T> CompletionStage<T> read(Supplier<T> query) {
        return CompletableFuture.supplyAsync(query, reading);
    }

    private <T> CompletionStage<T> ask(Supplier<T> question) {
        return writer == null
                ? CompletableFuture.failedFuture(new IllegalStateException("the writer has not started"))
                : writer.ask(question);
    }

    @Override
    public void close() {
        reading.shutdown();
        reader.close();
    }
}
