package dev.footfall.metrics;

import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.space.ZoneNow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store at one moment of its day.
 *
 * @param footfall people who came in since the day's start
 * @param occupancy people in the store, corrected, with its 90 % interval
 * @param raw the uncorrected balance, may be negative; null where occupancy is
 * @param arrivalsLast60m people who came in during the 60 minutes before
 * @param dwell mean stay so far today, seconds
 * @param firstSeenLast60m identifiable visitors first seen that day during the 60 minutes before
 * @param zones what is known per zone; zones that nothing tells of are left out
 */
public record Figures(
        Figure footfall,
        Figure occupancy,
        @Nullable Double raw,
        Figure arrivalsLast60m,
        Figure dwell,
        Figure firstSeenLast60m,
        List<ZoneNow> zones) {
    public Figures {
        zones = List.copyOf(zones);
    }
}
