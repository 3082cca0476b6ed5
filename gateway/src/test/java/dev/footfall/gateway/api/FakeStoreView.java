package dev.footfall.gateway.api;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store view that shows what a test tells it to, and remembers what it was asked. */
public final class FakeStoreView implements StoreView {
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final List<MeasurementQuery> queries = new ArrayList<>();
    private volatile LiveFigures live;
    private volatile List<Measurement> rows = List.of();
    private volatile HeatGrid grid = new HeatGrid(0.5, 1, 1, new double[] {0});
    private volatile List<Stays> stays = List.of();
    private volatile List<SensorHealth> sensors = List.of();
    private volatile List<LedgerLine> ledger = List.of();
    private volatile boolean strict;
    private volatile @Nullable RuntimeException trouble;

    public FakeStoreView(LiveFigures live) {
        this.live = live;
    }

    /** Shows other figures and says so to whoever listens. */
    public void change(LiveFigures figures) {
        live = figures;
        listeners.forEach(Runnable::run);
    }

    public void rows(List<Measurement> shown) {
        rows = List.copyOf(shown);
    }

    /** From now on a query gets only the rows that it asks for, as from a journal. */
    void onlyWhatIsAsked() {
        strict = true;
    }

    public void grid(HeatGrid shown) {
        grid = shown;
    }

    public void stays(List<Stays> shown) {
        stays = List.copyOf(shown);
    }

    public void sensors(List<SensorHealth> shown) {
        sensors = List.copyOf(shown);
    }

    public void ledger(List<LedgerLine> shown) {
        ledger = List.copyOf(shown);
    }

    /** From now on every slow read fails. */
    public void breakWith(RuntimeException cause) {
        trouble = cause;
    }

    int listeners() {
        return listeners.size();
    }

    synchronized MeasurementQuery lastQuery() {
        return queries.getLast();
    }

    @Override
    public LiveFigures live() {
        return live;
    }

    @Override
    public AutoCloseable onLiveChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public synchronized CompletionStage<List<Measurement>> measurements(MeasurementQuery query) {
        queries.add(query);
        return read(strict ? rows.stream().filter(row -> asked(query, row)).toList() : rows);
    }

    private static boolean asked(MeasurementQuery query, Measurement row) {
        return (query.metrics().isEmpty() || query.metrics().contains(row.metric()))
                && (query.scopes().isEmpty() || query.scopes().contains(row.scope()))
                && (query.grains().isEmpty() || query.grains().contains(row.grain()))
                && query.window().contains(row.window().start());
    }

    @Override
    public CompletionStage<HeatGrid> heatmap(Window window) {
        return read(grid);
    }

    @Override
    public CompletionStage<List<Measurement>> flows(Window window) {
        return read(
                strict
                        ? rows.stream()
                                .filter(row -> row.metric() == Metric.TRANSITIONS)
                                .toList()
                        : rows);
    }

    @Override
    public CompletionStage<List<Stays>> stays(Window window) {
        return read(stays);
    }

    @Override
    public List<SensorHealth> sensors() {
        return sensors;
    }

    @Override
    public CompletionStage<List<LedgerLine>> ledger(Window window) {
        return read(ledger);
    }

    private <T> CompletionStage<T> read(T shown) {
        RuntimeException cause = trouble;
        return cause == null ? CompletableFuture.supplyAsync(() -> shown) : CompletableFuture.failedStage(cause);
    }
}
