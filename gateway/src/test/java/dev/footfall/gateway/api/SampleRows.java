package dev.footfall.gateway.api;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.List;

/** Published rows behind the sample figures, for the screens that read history. */
final class SampleRows {
    private static final Scope SHOES = new Scope.Zone("shoes");
    private static final Scope CHECKOUT = new Scope.Zone("checkout");

    private SampleRows() {}

    /** Hours of today and yesterday, and of today the day's figures, two zones and one way between zones. */
    static List<Measurement> of(LiveFigures live, Window day) {
        List<Measurement> rows = new ArrayList<>(live.yesterday());
        rows.addAll(live.hours());
        rows.add(row(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.DAY,
                day,
                ApiServer.known(live.footfallToday().value())));
        rows.add(row(Metric.OCCUPANCY_MAX, Scope.STORE, Grain.DAY, day, 61));
        rows.add(row(Metric.DWELL_MEAN, Scope.STORE, Grain.DAY, day, 932.4));
        rows.add(row(Metric.TRANSACTIONS, Scope.STORE, Grain.DAY, day, 47));
        rows.add(row(Metric.ZONE_ENTRIES, SHOES, Grain.DAY, day, 83));
        rows.add(row(Metric.PERSON_SECONDS, SHOES, Grain.DAY, day, 8300));
        rows.add(row(Metric.HEAT_INDEX, SHOES, Grain.DAY, day, 0.12));
        rows.add(row(Metric.OCCUPANCY_MAX, CHECKOUT, Grain.DAY, day, 9));
        rows.add(row(Metric.TRANSITIONS, new Scope.Flow("shoes", "checkout"), Grain.DAY, day, 31));
        Window quarter = new Window(ApiServer.NOW.minusSeconds(3730), ApiServer.NOW.minusSeconds(2830));
        rows.add(row(Metric.FOOTFALL, Scope.STORE, Grain.QUARTER, quarter, 17));
        return rows;
    }

    private static Measurement row(Metric metric, Scope scope, Grain grain, Window window, double value) {
        return new Measurement(metric, scope, grain, window, value, null, null, 1, State.VALID, null, Basis.COUNTER, 0);
    }
}
