package dev.footfall.metrics.visitors;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.metrics.visitors.Visits.Sums;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.Reason;
import org.jspecify.annotations.Nullable;

/** First seen, returning share and how many visits that rests on. */
public final class VisitorRows {
    private static final double LEAST_COVERAGE = 0.2;
    private static final int FEWEST_VISITS = 50;

    private final Visits visits;
    private final int binSeconds;

    /**
     * Begins a day.
     *
     * @param bins of the day, of so many seconds each
     * @param insideFromDbm from which strength on a device is inside
     */
    public VisitorRows(int bins, int binSeconds, int insideFromDbm) {
        this.visits = new Visits(bins, insideFromDbm);
        this.binSeconds = binSeconds;
    }

    /** What counts the visits that the rows tell of. */
    public HeardDevices.Tally tally() {
        return visits;
    }

    /** Adds the rows of a window that any sensor listened to. */
    public void addTo(Rows rows, Quality quality) {
        Sums sums = over(rows.span().from(), rows.span().to());
        Evidence evidence = new Evidence(quality, sums.all() > 0, false, new RadioReason.SameDay(), Basis.WIFI);
        rows.add(Metric.FIRST_SEEN, Scope.STORE, (double) sums.first(), evidence);
        rows.addRatio(
                Metric.ID_COVERAGE, Scope.STORE, sums.identifiable(), sums.all(), new RadioReason.NoVisits(), evidence);
        Reason why = missing(sums.identifiable(), sums.all());
        if (why != null) {
            rows.add(Metric.RETURNING_SHARE, Scope.STORE, null, evidence.with(why));
        } else {
            double share = (sums.identifiable() - sums.first()) / (double) sums.identifiable();
            rows.add(Metric.RETURNING_SHARE, Scope.STORE, share, evidence);
        }
    }

    /** Why a share cannot be told from so few of so many visits, or null if it can. */
    static @Nullable Reason missing(long identifiable, long all) {
        double coverage = all == 0 ? 0 : identifiable / (double) all;
        return coverage >= LEAST_COVERAGE && identifiable >= FEWEST_VISITS
                ? null
                : new RadioReason.TooFewIdentifiable(identifiable, all, FEWEST_VISITS, 100 * LEAST_COVERAGE);
    }

    /** Identifiable visitors first seen during the seconds [from, to). */
    public Figure firstSeen(int from, int to, Quality quality) {
        Sums sums = over(from, to);
        return new Evidence(quality, sums.all() > 0, false, new RadioReason.SameDay(), Basis.WIFI)
                .figure((double) sums.first(), null, null);
    }

    private Sums over(int from, int to) {
        return visits.over(from / binSeconds, (to + binSeconds - 1) / binSeconds);
    }
}
