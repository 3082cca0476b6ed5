package dev.footfall.simulator.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Loyalty;
import dev.footfall.simulator.visit.Loyalty.Shown;
import dev.footfall.time.Grain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of those with a card had been here before, since the first of the days that are asked for. Days in their order. */
public final class ReturningTruth {
    private final Loyalty loyalty;
    private final int lookBackDays;
    private final Map<Integer, Long> lastDay = new HashMap<>();

    public ReturningTruth(Loyalty loyalty, int lookBackDays) {
        this.loyalty = loyalty;
        this.lookBackDays = lookBackDays;
    }

    /** The rows of the next day. */
    public List<TruthRow> rows(DayPlan plan) {
        long today = plan.day().date().toEpochDay();
        List<Shown> cards = new ArrayList<>(loyalty.shown(plan));
        cards.sort(Comparator.comparingLong(Shown::at));
        int first = 0;
        for (Shown card : cards) {
            Long before = lastDay.put(card.card(), today);
            first += before == null || today - before > lookBackDays ? 1 : 0;
        }
        List<TruthRow> rows = new ArrayList<>();
        add(Metric.FIRST_SEEN, plan, first, rows);
        if (!cards.isEmpty()) {
            add(Metric.RETURNING_SHARE, plan, (cards.size() - first) / (double) cards.size(), rows);
            add(Metric.ID_COVERAGE, plan, cards.size() / (double) plan.visits().size(), rows);
        }
        return rows;
    }

    private static void add(Metric metric, DayPlan plan, double value, List<TruthRow> rows) {
        rows.add(new TruthRow(metric, Scope.STORE, Grain.DAY, plan.day().window(), value));
    }
}
