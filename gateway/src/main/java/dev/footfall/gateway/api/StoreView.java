package dev.footfall.gateway.api;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.time.Window;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What readers may see. All methods are thread-safe and return at once. */
public interface StoreView {

    /** The latest figures, refreshed at most once a second and after every commit that changed them. */
    LiveFigures live();

    /** Calls back, on any thread, whenever {@link #live} has changed; the returned handle ends that. */
    AutoCloseable onLiveChange(Runnable changed);

    /** Latest revision of each row, ordered by metric, scope, start. */
    CompletionStage<List<Measurement>> measurements(MeasurementQuery query);

    /** Person-seconds per cell of the floor plan. */
    CompletionStage<HeatGrid> heatmap(Window window);

    /** Zone-to-zone transitions summed over the window, cells below the small-cell floor left out. */
    CompletionStage<List<Measurement>> flows(Window window);

    /** How long visits begun in the window lasted, by place and by what tells one visitor from another. */
    CompletionStage<List<Stays>> stays(Window window);

    List<SensorHealth> sensors();

    /** Conservation figures per source. */
    CompletionStage<List<LedgerLine>> ledger(Window window);
}
