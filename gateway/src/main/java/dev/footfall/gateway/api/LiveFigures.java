package dev.footfall.gateway.api;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store now, as {@code GET /api/v1/live} tells it.
 *
 * @param at the moment it is true for
 * @param lastEvent when the newest observation was made, null if there was none yet
 * @param raw occupancy as counted since the business day's start, may be negative; null if unknown
 * @param hours today's footfall by local hour so far, and {@code yesterday} the same hours of the day before
 * @param zones people in each zone now, and today's visits, person-seconds and mean stay
 */
public record LiveFigures(
        Instant at,
        LocalDate businessDay,
        @Nullable Instant lastEvent,
        Figure occupancy,
        @Nullable Double raw,
        @Nullable Integer capacity,
        Figure arrivalsLast60m,
        Figure firstSeenLast60m,
        Figure footfallToday,
        Figure dwellToday,
        List<Measurement> hours,
        List<Measurement> yesterday,
        List<ZoneNow> zones,
        int sensorsOk,
        int sensorsTotal,
        long relayPending,
        @Nullable Long relayOldestSeconds) {

    /** One number with its honesty and its references; see the measurement definition for the fields. */
    public record Figure(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            double completeness,
            State state,
            @Nullable Reason why,
            @Nullable Comparison yesterday,
            @Nullable Comparison lastWeek,
            @Nullable Comparison lastFour) {}

    /** The reference up to the same local time, and how this figure differs. All null where the reference is not valid. */
    public record Comparison(
            @Nullable Double value,
            @Nullable Double delta,
            @Nullable Double deltaRatio) {}

    /** One zone now and today. Nulls where nothing tells. */
    public record ZoneNow(
            String id,
            String name,
            @Nullable Double present,
            @Nullable Double entriesToday,
            @Nullable Double personSecondsToday,
            @Nullable Double meanStaySeconds) {}
}
