package dev.footfall.simulator.visit;

import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Who works: two at least while the store is open, half as many again in the middle of the open span.
 *
 * @param calendar when the store is open
 * @param arrivalsPerHour what the rota is made for
 */
public record Staff(StoreCalendar calendar, double arrivalsPerHour) {
    private static final double VISITORS_PER_STAFF_HOUR = 25;

    /** So many from this moment on. */
    public record Level(long at, int count) {}

    public List<Level> levels(DayPlan plan) {
        int few = (int) Math.max(2, Math.ceil(arrivalsPerHour / VISITORS_PER_STAFF_HOUR));
        List<Level> levels = new ArrayList<>();
        for (Window span : calendar.openSpans(plan.day())) {
            long open = span.start().toEpochMilli();
            long third = span.length().toMillis() / 3;
            levels.add(new Level(open, few));
            levels.add(new Level(open + third, few + (few + 1) / 2));
            levels.add(new Level(open + 2 * third, few));
            levels.add(new Level(span.end().toEpochMilli(), 0));
        }
        return levels;
    }
}
