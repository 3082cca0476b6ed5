package dev.footfall.gateway.pipeline;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Horizon;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day's footfall by hour for the live figures. Hours that are over are asked for again only now and then: late data may
 * change them, but not every second.
 */
final class HourBars {
    private static final Duration SETTLED_FOR = Duration.ofSeconds(30);

    private final StoreCalendar calendar;
    private final TreeMap<Instant, Measurement> over = new TreeMap<>();
    private @Nullable BusinessDay day;
    private Instant drawn = Instant.MIN;

    HourBars(StoreCalendar calendar) {
        this.calendar = calendar;
    }

    /** The hours of a running day that have begun. */
    List<Measurement> upTo(Instant now, DayFold fold) {
        return bars(now, fold, new Horizon(now, false));
    }

    /** All hours of a day that is over. */
    List<Measurement> whole(Instant now, DayFold fold) {
        return bars(now, fold, new Horizon(fold.day().window().end(), true));
    }

    private List<Measurement> bars(Instant now, DayFold fold, Horizon horizon) {
        boolean afresh = !fold.day().equals(day) || now.isBefore(drawn) || now.isAfter(drawn.plus(SETTLED_FOR));
        if (afresh) {
            day = fold.day();
            drawn = now;
            over.clear();
        }
        List<Measurement> bars = new ArrayList<>();
        for (Window hour : calendar.windows(fold.day(), Grain.HOUR)) {
            if (!hour.start().isBefore(horizon.now())) {
                break;
            }
            Measurement bar = over.get(hour.start());
            if (bar == null) {
                bar = bar(fold, hour, horizon);
                if (bar != null && !hour.end().isAfter(horizon.now())) {
                    over.put(hour.start(), bar);
                }
            }
            if (bar != null) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private static @Nullable Measurement bar(DayFold fold, Window hour, Horizon horizon) {
        return fold.rows(Grain.HOUR, hour, horizon).stream()
                .filter(row -> row.metric() == Metric.FOOTFALL && row.scope().equals(Scope.STORE))
                .findFirst()
                .orElse(null);
    }
}
