package dev.footfall.gateway.api;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason;
import dev.footfall.reason.UnusualReason.LooksReal;
import dev.footfall.reason.UnusualReason.Unusual;
import dev.footfall.reason.Word;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Published rows behind the sample figures, for the screens that read history. */
final class SampleRows {
    private static final Scope SHOES = new Scope.Zone("shoes");
    private static final Scope CHECKOUT = new Scope.Zone("checkout");

    /** The hour whose limits give an upper one of 81. */
    static final Alert HIGH = new Alert(
            Metric.FOOTFALL,
            Scope.STORE,
            new Window(Instant.parse("2026-11-22T05:00:00Z"), Instant.parse("2026-11-22T06:00:00Z")),
            85.0,
            12.0,
            81.0,
            Alert.Kind.ANOMALY,
            ApiServer.NOW,
            new Reason.Several(List.of(new Unusual(85, Word.PEOPLE, 40, 12, 81), new LooksReal())),
            true);

    static final SensorHealth SILENT_DOOR = new SensorHealth(
            "door-1",
            "native",
            true,
            "silent",
            ApiServer.NOW.minusSeconds(700),
            4.2,
            1204,
            3,
            1,
            0,
            -61.0,
            List.of(
                    new SensorHealth.Remark("blocked", new SensorReason.BeamBlocked(Word.OUTER, 12)),
                    new SensorHealth.Remark("lost-edges", new SensorReason.EdgesLost(1, Word.EDGE_WAS))),
            List.of(new SensorHealth.Refused(ApiServer.NOW, "em/1/status", "not-json", "is not JSON", "{")));

    private SampleRows() {}

    /** Hours of today and yesterday, and of today the day's figures, two zones and one way between zones. */
    static List<Measurement> of(LiveFigures live, StoreConfig config) {
        Window today = config.calendar().day(live.businessDay()).window();
        List<Measurement> rows = new ArrayList<>(live.yesterday());
        rows.addAll(live.hours());
        Double visitors = live.footfallToday().value();
        if (visitors == null) {
            return rows;
        }
        rows.add(row(Metric.FOOTFALL, Scope.STORE, Grain.DAY, today, visitors));
        rows.add(row(Metric.OCCUPANCY_MAX, Scope.STORE, Grain.DAY, today, 61));
        rows.add(row(Metric.DWELL_MEAN, Scope.STORE, Grain.DAY, today, 932.4));
        rows.add(row(Metric.TRANSACTIONS, Scope.STORE, Grain.DAY, today, 47));
        rows.add(row(Metric.ZONE_ENTRIES, SHOES, Grain.DAY, today, 83));
        rows.add(row(Metric.PERSON_SECONDS, SHOES, Grain.DAY, today, 8300));
        rows.add(row(Metric.HEAT_INDEX, SHOES, Grain.DAY, today, 0.12));
        rows.add(row(Metric.OCCUPANCY_MAX, CHECKOUT, Grain.DAY, today, 9));
        rows.add(row(Metric.TRANSITIONS, new Scope.Flow("shoes", "checkout"), Grain.DAY, today, 31));
        Window quarter = new Window(live.at().minusSeconds(3730), live.at().minusSeconds(2830));
        rows.add(row(Metric.FOOTFALL, Scope.STORE, Grain.QUARTER, quarter, 17));
        return rows;
    }

    private static Measurement row(Metric metric, Scope scope, Grain grain, Window window, double value) {
        return new Measurement(metric, scope, grain, window, value, null, null, 1, State.VALID, null, Basis.COUNTER, 0);
    }

    /** A shop whose phones are heard, with a camera over the shoes that has seen next to nobody. */
    static List<Stays> stays() {
        return List.of(
                new Stays(Scope.STORE, Basis.WIFI, 260, new double[] {2.5, 4, 9.5, 21, 38, 52, 41, 24, 8, 2, 0}),
                new Stays(new Scope.Zone("shoes"), Basis.CAMERA, 6, new double[] {1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0}));
    }
}
