package dev.footfall.metrics.counting;

import dev.footfall.measurement.State;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.reason.CountReason.BeamWithoutDirection;
import dev.footfall.reason.CountReason.NoDoorSensor;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The doors' tiles at one moment. */
public final class DoorFigures {
    private final PerimeterRows rows;
    private final Doors today;
    private final Doors now;
    private final int to;

    /** @param to the second after the moment's */
    public DoorFigures(PerimeterRows rows, int first, int to, boolean dayClosed) {
        this.rows = rows;
        this.to = to;
        this.today = rows.doors(first, to, to, dayClosed);
        this.now = rows.doors(Math.max(first, to - 1), to, to, dayClosed);
    }

    public Figure footfall() {
        Passed.Corrected footfall = today.corrected();
        Evidence evidence = PerimeterRows.modelled(evidence(today), today.passed());
        return today.passed().modelled()
                ? evidence.figure(footfall.value(), footfall.low(), footfall.high())
                : evidence.figure(footfall.value(), null, null);
    }

    /** Everything about occupancy rests on the whole day so far and needs a live source now. */
    public Figure occupancy() {
        if (!today.passed().tellsBalance()) {
            return unknown(new BeamWithoutDirection());
        }
        OccupancyCurve.Sums sums = last();
        Evidence day = evidence(today);
        Quality quality = new Quality(
                Math.min(today.quality().completeness(), now.quality().completeness()),
                now.quality().live(),
                now.quality().closed(),
                Reason.join(now.quality().silence(), today.quality().silence()),
                today.quality().clocks());
        return new Evidence(
                        quality,
                        false,
                        day.estimated(),
                        Reason.join(day.note(), today.factors().note()),
                        day.basis())
                .figure(
                        sums.corrected(),
                        Math.max(0, sums.corrected() - sums.halfWidth()),
                        sums.corrected() * (1 + today.factors().unseen()) + sums.halfWidth());
    }

    public @Nullable Double raw() {
        return occupancy().value() == null ? null : last().raw();
    }

    private OccupancyCurve.Sums last() {
        return rows.curve().over(to - 1, to);
    }

    public Figure dwell() {
        if (!today.passed().tellsBalance()) {
            return unknown(new BeamWithoutDirection());
        }
        double entered = today.entered();
        Evidence evidence = evidence(today).with(today.factors().note());
        if (today.nobodyLeft()) {
            return evidence.figure(null, null, null);
        }
        return entered > 0
                ? evidence.figure(today.stayed() / entered, null, null)
                : evidence.with(new NobodyCameIn()).figure(null, null, null);
    }

    /** Footfall of a stretch that may have begun on the day before. */
    public static Figure arrivals(Doors recent, @Nullable Doors before, int recentSeconds, int beforeSeconds) {
        if (before == null || beforeSeconds <= 0) {
            return evidence(recent).figure(recent.footfall(), null, null);
        }
        if (recentSeconds <= 0) {
            return evidence(before).figure(before.footfall(), null, null);
        }
        Figure a = evidence(before).figure(before.footfall(), null, null);
        Figure b = evidence(recent).figure(recent.footfall(), null, null);
        Double first = a.value();
        Double second = b.value();
        double share = beforeSeconds / (double) (beforeSeconds + recentSeconds);
        return new Figure(
                first == null ? second : second == null ? first : Double.valueOf(first + second),
                null,
                null,
                Math.min(1, share * a.completeness() + (1 - share) * b.completeness()),
                worse(a.state(), b.state()),
                Reason.join(a.why(), b.why()));
    }

    private static State worse(State a, State b) {
        if (a == b) {
            return a;
        }
        if (a == State.CLOSED) {
            return b;
        }
        if (b == State.CLOSED) {
            return a;
        }
        return Set.of(a, b).equals(Set.of(State.ESTIMATED, State.VALID)) ? State.ESTIMATED : State.DEGRADED;
    }

    private Figure unknown(Reason why) {
        Quality quality = today.quality();
        return new Figure(null, null, null, quality.completeness(), State.INVALID, why);
    }

    private static Evidence evidence(Doors doors) {
        return doors.any()
                ? doors.evidence()
                : new Evidence(
                        Quality.none(false, new NoDoorSensor()),
                        false,
                        false,
                        null,
                        doors.evidence().basis());
    }
}
