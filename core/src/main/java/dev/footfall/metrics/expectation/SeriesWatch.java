package dev.footfall.metrics.expectation;

import dev.footfall.alert.Alert;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.reason.UnusualReason.FaultLikely;
import dev.footfall.reason.UnusualReason.HoursBeforeOff;
import dev.footfall.reason.UnusualReason.LooksReal;
import dev.footfall.reason.UnusualReason.NothingCounted;
import dev.footfall.reason.UnusualReason.SensorWasSilent;
import dev.footfall.reason.UnusualReason.Unusual;
import dev.footfall.reason.Word;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches one metric at one place, by {@link AlarmRules} and the limits of its charts or, while they have too few points, by
 * what the {@link FirstWeeks} lead to expect. An exception lasts until three hours in a row are well inside the limits; the next one is raised no sooner than a day after the last.
 */
final class SeriesWatch {
    private static final Duration COOL_DOWN = Duration.ofHours(24);
    private static final double TRUSTED = 0.5;
    private static final double WELL_INSIDE = 0.8;
    private static final int HOURS_TO_CLOSE = 3;
    private static final double COUNTING_STOPPED = 10;

    /** What is 0 where nothing is counted; a balance or a stay of 0 may come from counts that do not fit together. */
    private static final Set<Metric> COUNTED = Set.of(Metric.FOOTFALL, Metric.DEVICES_PRESENT);

    private final Slots hours;
    private final Slots quarters;
    private final AlarmRules byChart = AlarmRules.ofCharts();
    private final AlarmRules byFirstWeeks = AlarmRules.ofFirstWeeks();
    private int hoursInside;
    private @Nullable Instant raised;
    private @Nullable Alert running;

    /** What is known of the slots of one grain. */
    private record Slots(SlotChart chart, FirstWeeks firstWeeks) {
        Slots(int minutes, boolean counts) {
            this(new SlotChart(minutes, counts), new FirstWeeks(minutes));
        }

        boolean isLow(LocalDateTime at, double value) {
            if (chart.isChart(at)) {
                Limits limits = chart.limits(at);
                return limits != null && value < limits.center();
            }
            return firstWeeks.excess(at, value) < 0;
        }
    }

    SeriesWatch(boolean counts) {
        this.hours = new Slots(60, counts);
        this.quarters = new Slots(15, counts);
    }

    /**
     * Judges a row and learns from it; returns what is to be recorded.
     *
     * @param over false if the data end within the row's window: what is missing then may still have come
     */
    List<Alert> accept(Measurement row, LocalDateTime at, boolean over) {
        Double value = row.value();
        if (value == null || row.state() == State.CLOSED || row.completeness() < TRUSTED) {
            return List.of();
        }
        Slots slots = row.grain() == Grain.HOUR ? hours : quarters;
        if (!over && row.state() == State.DEGRADED && slots.isLow(at, value)) {
            return List.of();
        }
        List<Alert> found = new ArrayList<>(2);
        boolean flagged = judge(row, value, at, slots, found);
        slots.firstWeeks.learn(at, value);
        if (row.state() != State.DEGRADED) {
            slots.chart.learn(at, value, flagged);
        }
        return found;
    }

    /** True if the chart should not learn from the row. */
    private boolean judge(Measurement row, double value, LocalDateTime at, Slots slots, List<Alert> found) {
        Limits limits = slots.chart.limits(at);
        double excess = limits == null ? 0 : limits.excess(value);
        boolean hit = limits != null && hits(byChart, row, excess, at);
        boolean unusual = Math.abs(excess) > 1;
        if (!slots.chart.isChart(at)) {
            excess = slots.firstWeeks.excess(at, value);
            if (Double.isNaN(excess)) {
                return unusual;
            }
            limits = slots.firstWeeks.limits(at);
            hit = hits(byFirstWeeks, row, excess, at);
        }
        if (limits != null && hit) {
            raise(row, value, limits, found);
        }
        if (row.grain() == Grain.HOUR) {
            follow(row, excess, found);
        }
        return unusual || hit;
    }

    private static boolean hits(AlarmRules rules, Measurement row, double excess, LocalDateTime at) {
        return row.grain() == Grain.HOUR ? rules.hour(excess, at) : rules.quarter(excess, at);
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
                why(value, row, limits),
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
                    alert.why(),
                    true);
            running = goesOn;
            found.add(goesOn);
        }
    }

    private static Reason why(double value, Measurement row, Limits limits) {
        List<Reason> said = new ArrayList<>();
        said.add(new Unusual(value, Word.ofUnit(row.metric().unit()), limits.center(), limits.low(), limits.high()));
        if (value >= limits.low() && value <= limits.high()) {
            said.add(new HoursBeforeOff());
        }
        said.add(cause(row, value, limits));
        return new Reason.Several(said);
    }

    private static Reason cause(Measurement row, double value, Limits limits) {
        if (row.state() == State.DEGRADED) {
            return new FaultLikely(row.why() == null ? new SensorWasSilent() : row.why());
        }
        return value == 0 && limits.center() >= COUNTING_STOPPED && COUNTED.contains(row.metric())
                ? new NothingCounted()
                : new LooksReal();
    }
}
