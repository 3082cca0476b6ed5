package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.api.HeatGrid;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Horizon;
import dev.footfall.metrics.space.HeatSeconds;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that need whole folds, for spans of one or more business days. On the writer's thread. */
final class FoldQuestions {
    private FoldQuestions() {}

    static HeatGrid heat(DayBook days, Window window) {
        HeatGrid sum = null;
        for (Part part : parts(days, window)) {
            sum = plus(sum, part.fold().heat(part.window()));
        }
        return sum == null ? new HeatGrid(0.5, 0, 0, new double[0]) : sum;
    }

    private static HeatGrid plus(@Nullable HeatGrid sum, HeatSeconds more) {
        // Where the plan had another size before, only what was seen since can be laid on it.
        if (sum == null || sum.columns() != more.columns() || sum.rows() != more.rows()) {
            return new HeatGrid(
                    more.cellM(),
                    more.columns(),
                    more.rows(),
                    more.personSeconds().clone());
        }
        for (int i = 0; i < sum.personSeconds().length; i++) {
            sum.personSeconds()[i] += more.personSeconds()[i];
        }
        return sum;
    }

    static List<Measurement> flows(DayBook days, Window window, Instant now) {
        List<Measurement> rows = new ArrayList<>();
        for (Part part : parts(days, window)) {
            boolean closed = !part.fold().day().window().end().isAfter(now);
            rows.addAll(part.fold().flows(part.window(), new Horizon(now, closed)));
        }
        return rows;
    }

    /** How long visits lasted, added up over the days; places in the order in which they first appear. */
    static List<Stays> stays(DayBook days, Window window, Instant now) {
        List<Stays> sums = new ArrayList<>();
        for (Part part : parts(days, window)) {
            boolean closed = !part.fold().day().window().end().isAfter(now);
            for (Stays more : part.fold().stays(part.window(), closed)) {
                int known = 0;
                while (known < sums.size() && !sums.get(known).isOfTheSamePlaceAs(more)) {
                    known++;
                }
                if (known < sums.size()) {
                    sums.set(known, sums.get(known).plus(more));
                } else {
                    sums.add(more);
                }
            }
        }
        return sums;
    }

    /** People who passed in a window of any length; null if it is not known of all of it. */
    static @Nullable Double people(DayBook days, Metric metric, Scope scope, Window window, Instant now) {
        double sum = 0;
        boolean known = false;
        for (Part part : parts(days, window)) {
            boolean closed = !part.fold().day().window().end().isAfter(now);
            Double value = part.fold().rows(Grain.QUARTER, part.window(), new Horizon(now, closed)).stream()
                    .filter(row -> row.metric() == metric && row.scope().equals(scope))
                    .map(Measurement::value)
                    .findFirst()
                    .orElse(null);
            if (value == null) {
                return null;
            }
            sum += value;
            known = true;
        }
        return known ? sum : null;
    }

    private record Part(DayFold fold, Window window) {}

    private static List<Part> parts(DayBook days, Window window) {
        List<Part> parts = new ArrayList<>();
        BusinessDay day = days.dayOf(window.start());
        while (day.window().start().isBefore(window.end())) {
            if (days.knows(day.date())) {
                Instant from = max(window.start(), day.window().start());
                Instant to = min(window.end(), day.window().end());
                parts.add(new Part(days.fold(day), new Window(from, to)));
            }
            day = days.dayOf(day.window().end());
        }
        return parts;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
