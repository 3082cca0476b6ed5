package dev.footfall.metrics.expectation;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches one metric at one place. An hour beyond its limits alarms, and so do hours that drift to one side together, and
 * two quarters in a row beyond theirs; each only beyond what this series does anyway ({@link AlarmRate}). An exception
 * lasts until three hours in a row are well inside the limits; the next one is raised no sooner than a day after the last.
 */
final class SeriesWatch {
    private static final Duration COOL_DOWN = Duration.ofHours(24);
    private static final double TRUSTED = 0.5;
    private static final double SMOOTHING = 0.2;
    private static final double MOST = 4;
    private static final double WELL_INSIDE = 0.8;
    private static final int HOURS_TO_CLOSE = 3;
    private static final int QUARTERS_IN_A_ROW = 2;
    private static final double COUNTING_STOPPED = 10;

    private final SlotChart hours;
    private final SlotChart quarters;
    private final AlarmRate hourly = new AlarmRate(1);
    private final AlarmRate drifting = new AlarmRate(1);
    private final AlarmRate quarterly = new AlarmRate(1);
    private double drift;
    private int quarterRun;
    private int hoursInside;
    private @Nullable Instant raised;
    private @Nullable Alert running;

    SeriesWatch(boolean counts) {
        this.hours = new SlotChart(60, counts);
        this.quarters = new SlotChart(15, counts);
    }

    /** Judges a row and learns from it; returns what is to be recorded. */
    List<Alert> accept(Measurement row, LocalDateTime at) {
        Double value = row.value();
        if (value == null || row.state() == State.CLOSED || row.completeness() < TRUSTED) {
            return List.of();
        }
        SlotChart chart = row.grain() == Grain.HOUR ? hours : quarters;
        Limits limits = chart.limits(at);
        List<Alert> found = new ArrayList<>(2);
        boolean flagged = false;
        if (limits != null) {
            double excess = limits.excess(value);
            boolean hit = row.grain() == Grain.HOUR ? hour(excess, at) : quarter(excess, at);
            flagged = hit || Math.abs(excess) > 1;
            if (hit) {
                raise(row, value, limits, found);
            }
            if (row.grain() == Grain.HOUR) {
                follow(row, excess, found);
            }
        }
        if (row.state() != State.DEGRADED) {
            chart.learn(at, value, flagged);
        }
        return found;
    }

    private boolean hour(double excess, LocalDateTime at) {
        double bounded = Math.max(-MOST, Math.min(MOST, excess));
        drift = (1 - SMOOTHING) * drift + SMOOTHING * bounded;
        boolean hit = Math.abs(excess) > hourly.threshold(at.toLocalDate())
                | Math.abs(drift) > drifting.threshold(at.toLocalDate());
        hourly.saw(Math.abs(bounded));
        drifting.saw(Math.abs(drift));
        return hit;
    }

    private boolean quarter(double excess, LocalDateTime at) {
        double threshold = quarterly.threshold(at.toLocalDate());
        quarterly.saw(Math.min(MOST, Math.abs(excess)));
        int side = excess > threshold ? 1 : excess < -threshold ? -1 : 0;
        if (side == 0) {
            quarterRun = 0;
        } else {
            quarterRun = Integer.signum(quarterRun) == side ? quarterRun + side : side;
        }
        return Math.abs(quarterRun) >= QUARTERS_IN_A_ROW;
    }

    private void raise(Measurement row, double value, Limits limits, List<Alert> found) {
        Instant before = raised;
        Instant now = row.window().end();
        if (before != null && now.isBefore(before.plus(COOL_DOWN))) {
            return;
        }
        if (running != null) {
            found.add(running.closed());
        }
        raised = now;
        hoursInside = 0;
        Alert alert = new Alert(
                row.metric(),
                row.scope(),
                row.window(),
                value,
                limits.low(),
                limits.high(),
                Alert.Kind.ANOMALY,
                now,
                reason(row, value, limits),
                true);
        running = alert;
        found.add(alert);
    }

    private void follow(Measurement row, double excess, List<Alert> found) {
        Alert alert = running;
        if (alert == null || !row.window().end().isAfter(alert.window().end())) {
            return;
        }
        if (Math.abs(excess) < WELL_INSIDE) {
            hoursInside++;
            if (hoursInside == HOURS_TO_CLOSE) {
                running = null;
                found.add(alert.closed());
            }
            return;
        }
        hoursInside = 0;
        if (Math.abs(excess) > 1) {
            Window longer = new Window(alert.window().start(), row.window().end());
            Alert goesOn = new Alert(
                    alert.metric(),
                    alert.scope(),
                    longer,
                    alert.value(),
                    alert.low(),
                    alert.high(),
                    alert.kind(),
                    alert.raisedAt(),
                    alert.reason(),
                    true);
            running = goesOn;
            found.add(goesOn);
        }
    }

    private static String reason(Measurement row, double value, Limits limits) {
        String unit = row.metric().unit();
        String what = String.format(
                Locale.ROOT,
                "%.0f %s where %.0f are usual at this weekday and time (limits %.0f to %.0f); ",
                value,
                unit,
                limits.center(),
                limits.low(),
                limits.high());
        boolean inside = value >= limits.low() && value <= limits.high();
        return what
                + (inside ? "alone that is nothing, but the hours before were off to the same side; " : "")
                + cause(row, value, limits);
    }

    private static String cause(Measurement row, double value, Limits limits) {
        if (row.state() == State.DEGRADED) {
            return "a sensor fault is likely: " + (row.reason() == null ? "a sensor was silent" : row.reason()) + ".";
        }
        if (value == 0 && limits.center() >= COUNTING_STOPPED) {
            return "a sensor fault is likely: its sensors are heard, but nothing is counted.";
        }
        return "it looks real: every sensor is heard.";
    }
}
