package dev.footfall.metrics.counting;

import java.time.LocalDate;
import java.util.List;

/**
 * What one business day counted in all, for learning.
 *
 * @param date the business day
 * @param entrances people in and out per entrance; a store without configured entrances has one with an empty id
 * @param completeness the store's completeness over the day
 */
public record DayTotals(LocalDate date, List<EntranceTotal> entrances, double completeness) {
    public DayTotals {
        entrances = List.copyOf(entrances);
    }

    /** People in and out through one entrance. */
    public record EntranceTotal(String entrance, double in, double out) {}

    public double in() {
        return entrances.stream().mapToDouble(EntranceTotal::in).sum();
    }

    public double out() {
        return entrances.stream().mapToDouble(EntranceTotal::out).sum();
    }
}
