package dev.footfall.simulator.visit;

import dev.footfall.time.BusinessDay;
import java.util.List;
import java.util.stream.Stream;

/**
 * One business day of the store. It begins and ends empty: whoever is still inside shortly before closing time leaves, and
 * a store that never closes empties before its business day ends.
 *
 * @param day which day
 * @param visits of those who do not work here, in the order of entry
 * @param staff the stays of those who do, between their ways in and out
 */
public record DayPlan(BusinessDay day, List<Visit> visits, List<Visit> staff) {
    public DayPlan {
        visits = List.copyOf(visits);
        staff = List.copyOf(staff);
    }

    /** Whoever can be seen: visitors, then staff. */
    public List<Visit> everybody() {
        return staff.isEmpty()
                ? visits
                : Stream.concat(visits.stream(), staff.stream()).toList();
    }

    public long start() {
        return day.window().start().toEpochMilli();
    }

    public long end() {
        return day.window().end().toEpochMilli();
    }
}
