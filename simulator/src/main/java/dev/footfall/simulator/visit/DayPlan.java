package dev.footfall.simulator.visit;

import dev.footfall.time.BusinessDay;
import java.util.List;

/**
 * One business day of the store. It begins and ends empty: whoever is still inside shortly before closing time leaves, and
 * a store that never closes empties before its business day ends.
 *
 * @param day which day
 * @param visits in the order of entry
 */
public record DayPlan(BusinessDay day, List<Visit> visits) {
    public DayPlan {
        visits = List.copyOf(visits);
    }

    public long start() {
        return day.window().start().toEpochMilli();
    }

    public long end() {
        return day.window().end().toEpochMilli();
    }
}
