package dev.footfall.gateway.api;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.util.List;

/** Which rows: an empty list means all. A row belongs to the window if its start lies in it. */
public record MeasurementQuery(List<Metric> metrics, List<Scope> scopes, List<Grain> grains, Window window) {
    public MeasurementQuery {
        metrics = List.copyOf(metrics);
        scopes = List.copyOf(scopes);
        grains = List.copyOf(grains);
    }
}
