package dev.footfall.metrics;

import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.metrics.beam.Side;
import dev.footfall.metrics.counting.BeamCounts;
import dev.footfall.metrics.counting.SensorLines;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import java.util.List;

/**
 * One sensor's part in a day.
 *
 * @param stoodInFor true if others count for it while it is silent, so that its life decides what counts
 */
record SensorFold(WatchedSensor watched, SensorLines lines, Heard heard, boolean stoodInFor) {
    SensorFold(WatchedSensor watched, SensorLines lines, boolean stoodInFor) {
        this(watched, lines, new Heard(), stoodInFor);
    }

    /** A beam that something has stood in for long hears nothing, whatever its line says. */
    void hear(Observation o, long at, DaySeconds day) {
        heard.message(!o.has(Flag.CLOCK_UNTRUSTED), day.secondOf(at) / DaySeconds.QUARTER, day.quarters());
        if (o.has(Flag.CLOCK_UNTRUSTED)) {
            watched.life().datedByArrival(at);
        }
        BeamCounts beam = lines.beam();
        if (beam != null && beam.blockedLong(at)) {
            watched.life().farewell(at);
        } else {
            watched.life().heard(at, o.fact().spanMillis());
        }
    }

    /** A sign of life lets a beam's time go on. */
    void alive(long at) {
        BeamCounts beam = lines.beam();
        if (beam != null) {
            beam.alive(at);
        }
    }

    /** The day is over: judges what is open. */
    void settle() {
        BeamCounts beam = lines.beam();
        if (beam != null) {
            beam.settle();
        }
    }

    List<Side> brokenBeams() {
        BeamCounts beam = lines.beam();
        return beam == null ? List.of() : beam.brokenSides();
    }

    List<BeamFinding> findings() {
        BeamCounts beam = lines.beam();
        return beam == null ? List.of() : beam.findings();
    }
}
