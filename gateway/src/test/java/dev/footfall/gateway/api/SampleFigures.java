package dev.footfall.gateway.api;

import dev.footfall.gateway.api.LiveFigures.Comparison;
import dev.footfall.gateway.api.LiveFigures.Figure;
import dev.footfall.gateway.api.LiveFigures.ZoneNow;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.CountReason.NoDoorSensor;
import dev.footfall.reason.RadioReason.NoFirstVisits;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason.Silent;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a store with two peaks a day, the same for the same instant: plausible to look at, easy to check. */
final class SampleFigures {
    private static final Comparison NONE = new Comparison(null, null, null);
    static final Reason SILENT = new Silent(
            "door-2",
            OffsetDateTime.parse("2026-11-22T13:05:00+08:00"),
            OffsetDateTime.parse("2026-11-22T14:10:00+08:00"));

    private final StoreConfig config;
    private final double crowd;
    private final boolean allNight;

    SampleFigures(StoreConfig config) {
        this(config, 1, false);
    }

    /**
     * @param crowd as many times the visitors of a middling shop
     * @param allNight whether some come outside 10 to 22
     */
    SampleFigures(StoreConfig config, double crowd, boolean allNight) {
        this.config = config;
        this.crowd = crowd;
        this.allNight = allNight;
    }

    /** A normal day. */
    LiveFigures at(Instant now) {
        return at(now, State.VALID, null, true);
    }

    LiveFigures at(Instant now, State state, @Nullable Reason reason, boolean yesterdayKnown) {
        BusinessDay day = config.calendar().dayOf(now);
        double today = between(day.window().start(), now);
        double hour = between(now.minusSeconds(3600), now);
        double present = Math.round(hour * 0.42);
        boolean known = state != State.INVALID;
        return new LiveFigures(
                now,
                day.date(),
                known ? now.minusSeconds(3) : now.minusSeconds(4_000),
                figure(present, 4.0, 0.15, state, reason, yesterdayKnown),
                known ? present + 6 : null,
                config.store().capacity(),
                figure(hour, null, -0.08, state, reason, yesterdayKnown),
                figure(null, null, 0, State.INVALID, new NoFirstVisits(), false),
                figure(today, null, 0.12, state, reason, yesterdayKnown),
                figure(932.4, 31.0, 0.031, state, reason, yesterdayKnown),
                hours(day, now, state == State.CLOSED ? State.VALID : state),
                yesterdayKnown ? hours(config.calendar().day(day.date().minusDays(1)), now, State.VALID) : List.of(),
                zones(hour, today),
                known ? 4 : 1,
                4,
                known ? 0 : 1_284,
                known ? null : 4_000L);
    }

    /** The gateway has just been installed. */
    LiveFigures nothingYet(Instant now) {
        Figure none = new Figure(null, null, null, 0, State.INVALID, new NoDoorSensor(), null, null, null);
        List<ZoneNow> zones = config.zones().stream()
                .map(zone -> new ZoneNow(zone.id(), zone.name(), null, null, null, null))
                .toList();
        var date = config.calendar().dayOf(now).date();
        return new LiveFigures(
                now, date, null, none, null, null, none, none, none, none, List.of(), List.of(), zones, 0, 4, 0, null);
    }

    HeatGrid heat(Instant now) {
        int columns = 80;
        int rows = 50;
        double[] cells = new double[columns * rows];
        for (int i = 0; i < cells.length; i++) {
            int row = i / columns;
            double x = i % columns * 0.5;
            double y = row * 0.5;
            double aisle = Math.exp(-Math.pow((x - 20 - 3 * Math.sin(y / 3)) / 2.5, 2));
            double till = 3 * Math.exp(-(Math.pow((x - 34) / 3, 2) + Math.pow((y - 4) / 2.5, 2)));
            double mirror = 2 * Math.exp(-(Math.pow((x - 4) / 2.5, 2) + Math.pow((y - 3) / 2, 2)));
            double sum = aisle + till + mirror;
            cells[i] = sum < 0.05 ? 0 : Math.round(sum * 240 * 10) / 10.0;
        }
        return new HeatGrid(0.5, columns, rows, cells);
    }

    private List<Measurement> hours(BusinessDay day, Instant now, State state) {
        List<Measurement> hours = new ArrayList<>();
        for (Window hour : config.calendar().windows(day, Grain.HOUR)) {
            if (hour.start().isBefore(now)) {
                Instant end = hour.end().isBefore(now) ? hour.end() : now;
                boolean closed = between(hour.start(), hour.end()) == 0;
                hours.add(new Measurement(
                        Metric.FOOTFALL,
                        Scope.STORE,
                        Grain.HOUR,
                        hour,
                        state == State.INVALID ? null : between(hour.start(), end),
                        null,
                        null,
                        state == State.VALID ? 1 : 0.6,
                        closed ? State.CLOSED : state,
                        null,
                        Basis.COUNTER,
                        0));
            }
        }
        return hours;
    }

    private List<ZoneNow> zones(double hour, double today) {
        List<ZoneNow> zones = new ArrayList<>();
        int weight = config.zones().size();
        for (StoreConfig.Zone zone : config.zones()) {
            double share = (double) weight-- / config.zones().size();
            zones.add(new ZoneNow(
                    zone.id(),
                    zone.name(),
                    (double) Math.round(hour * 0.1 * share),
                    (double) Math.round(today * 0.6 * share),
                    (double) Math.round(today * 60 * share),
                    40 + 100 * share));
        }
        return zones;
    }

    private static Figure figure(
            @Nullable Double value,
            @Nullable Double halfBand,
            double ratio,
            State state,
            @Nullable Reason reason,
            boolean yesterdayKnown) {
        Double shown = state == State.INVALID ? null : value;
        Double half = shown == null ? null : halfBand;
        Comparison yesterday = shown == null || !yesterdayKnown ? NONE : against(shown, ratio);
        Comparison lastWeek = shown == null || !yesterdayKnown ? NONE : against(shown, -ratio / 2);
        return new Figure(
                shown,
                shown == null || half == null ? null : shown - half,
                shown == null || half == null ? null : shown + half,
                state == State.VALID ? 1 : state == State.INVALID ? 0 : 0.64,
                state,
                reason,
                yesterday,
                lastWeek,
                shown == null || !yesterdayKnown ? NONE : against(shown, ratio / 3));
    }

    private static Comparison against(double value, double ratio) {
        double reference = Math.round(value / (1 + ratio));
        Double change = reference == 0 ? null : (Double) ((value - reference) / reference);
        return new Comparison(reference, value - reference, change);
    }

    /** Visitors between two instants: a small peak at noon, a large one after work, nobody outside 10 to 22. */
    private double between(Instant from, Instant to) {
        double sum = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            var local = at.atZone(config.store().timeZone());
            double hour = local.getHour() + local.getMinute() / 60.0;
            if (allNight || (hour >= 10 && hour < 22)) {
                sum += (60 * Math.exp(-Math.pow((hour - 12.7) / 1.6, 2))
                                + 95 * Math.exp(-Math.pow((hour - 18.4) / 1.9, 2))
                                + 18)
                        / 60;
            }
        }
        return Math.round(crowd * sum);
    }
}
