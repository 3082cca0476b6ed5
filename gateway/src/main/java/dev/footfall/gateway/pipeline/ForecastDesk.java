package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.journal.Commit;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.expectation.FootfallForecast;
import dev.footfall.metrics.expectation.ForecastScore;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Issues the forecast as each hour of the store begins, and scores it when a day closes. */
final class ForecastDesk {
    private static final long QUARTER_SECONDS = 900;

    private final StoreCalendar calendar;
    private final FootfallForecast forecast;
    private final ForecastScore score = new ForecastScore();
    private Instant last = Instant.MIN;

    ForecastDesk(StoreCalendar calendar) {
        this.calendar = calendar;
        this.forecast = new FootfallForecast(calendar);
    }

    /** Rows were published: the truth about hours forecast earlier. */
    void published(BusinessDay day, List<Measurement> rows, boolean dayClosed, Commit commit) {
        rows.forEach(forecast::learn);
        rows.forEach(score::truth);
        if (dayClosed) {
            score.day(day).ifPresent(row -> commit.publish(List.of(row)));
        }
    }

    /** At the start of a store's hour: the forecast, from what is known at that moment. */
    void tick(Instant now, Function<BusinessDay, DayFold> folds, Commit commit) {
        if (now.getEpochSecond() % QUARTER_SECONDS != 0 || !now.isAfter(last)) {
            return;
        }
        Window before = calendar.hourOf(now.minusSeconds(1));
        if (!before.end().equals(now)) {
            return;
        }
        last = now;
        DayFold fold = folds.apply(calendar.dayOf(before.start()));
        Measurement ended = fold.rows(Grain.HOUR, before, new Horizon(now, false)).stream()
                .filter(row -> row.metric() == Metric.FOOTFALL && row.scope().equals(Scope.STORE))
                .findFirst()
                .orElse(null);
        List<Measurement> rows = forecast.issue(now, ended);
        rows.forEach(score::issued);
        if (!rows.isEmpty()) {
            commit.publish(rows);
        }
    }

    /** Takes up a row published before a restart. */
    void recall(Measurement row) {
        forecast.recall(row);
        score.recall(row);
    }
}
