package dev.footfall.alert;

import dev.footfall.measurement.Metric;

/** What can be wrong with a sensor, each with the figure that it makes doubtful, so that no two are taken for one. */
enum SensorTrouble {
    SILENT(Metric.COMPLETENESS),
    CLOCK(Metric.FOOTFALL),
    IMPOSSIBLE_COUNT(Metric.ENTRIES),
    DEAD_BEAM(Metric.EXITS),
    BEAMS_APART(Metric.EXITS_RAW),
    LOST_EDGES(Metric.ENTRIES_RAW);

    private final Metric metric;

    SensorTrouble(Metric metric) {
        this.metric = metric;
    }

    Metric metric() {
        return metric;
    }
}
