package dev.footfall.metrics.expectation;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.ForecastReason;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How good the forecasts of a day were, once it is over: the sum of their errors, by the last issue before each hour,
 * divided by the people who came.
 */
public final class ForecastScore {
    private static final Duration KEPT = Duration.ofDays(4);

    private final Map<Instant, Measurement> forecasts = new TreeMap<>();
    private final TreeMap<Instant, Measurement> truths = new TreeMap<>();
    private final TreeMap<Instant, Measurement> scores = new TreeMap<>();

    /** A forecast was issued; a later issue for the same hour replaces it. */
    public void issued(Measurement row) {
        forecasts.put(row.window().start(), row);
    }

    /** What an hour turned out to be; other rows change nothing. */
    public void truth(Measurement row) {
        if (row.metric() == Metric.FOOTFALL
                && row.grain() == Grain.HOUR
                && row.scope().equals(Scope.STORE)) {
            truths.put(row.window().start(), row);
            Instant old = row.window().start().minus(KEPT);
            truths.headMap(old).clear();
            forecasts.keySet().removeIf(start -> start.isBefore(old));
            scores.headMap(old).clear();
        }
    }

    /** Takes up a row published before a restart. */
    public void recall(Measurement row) {
        truth(row);
        if (row.metric() == Metric.FORECAST_FOOTFALL) {
            issued(row);
        } else if (row.metric() == Metric.FORECAST_ERROR) {
            scores.put(row.window().start(), row);
        }
    }

    /** The closed day's score; empty if there is nothing to score, or nothing new to say. */
    public Optional<Measurement> day(BusinessDay day) {
        double people = 0;
        double error = 0;
        int hours = 0;
        int inside = 0;
        for (Measurement truth :
                truths.subMap(day.window().start(), day.window().end()).values()) {
            Measurement forecast = forecasts.get(truth.window().start());
            Double value = truth.value();
            Double expected = forecast == null ? null : forecast.value();
            if (forecast == null || value == null || expected == null || truth.state() == State.CLOSED) {
                continue;
            }
            hours++;
            people += value;
            error += Math.abs(value - expected);
            Double low = forecast.low();
            Double high = forecast.high();
            inside += low != null && high != null && low <= value && value <= high ? 1 : 0;
        }
        return hours == 0 || people == 0 ? Optional.empty() : changed(row(day, error / people, inside, hours));
    }

    private Optional<Measurement> changed(Measurement row) {
        Measurement before = scores.get(row.window().start());
        if (before != null && before.saysTheSameAs(row)) {
            return Optional.empty();
        }
        Measurement next = row.withRevision(before == null ? 0 : before.revision() + 1);
        scores.put(next.window().start(), next);
        return Optional.of(next);
    }

    private static Measurement row(BusinessDay day, double error, int inside, int hours) {
        return new Measurement(
                Metric.FORECAST_ERROR,
                Scope.STORE,
                Grain.DAY,
                day.window(),
                error,
                null,
                null,
                1,
                State.VALID,
                new ForecastReason.IntervalHeld(inside, hours),
                Basis.COUNTER,
                0);
    }
}
