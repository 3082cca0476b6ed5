package dev.footfall.metrics.visitors;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.observation.Fact;
import dev.footfall.reason.CountReason.NoDoorCounts;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.Reason;
import java.util.Set;
import java.util.TreeSet;

/** One day's visits of people who let themselves be known again, by minute, and what share of them had been here before. */
public final class KnownVisits {
    private static final int MINUTE = 60;

    private final DaySeconds day;
    private final Dirty dirty;
    private final int lookBackDays;
    private final int[] all;
    private final int[] first;
    private final Set<Liveness> sources = new TreeSet<>(Liveness.BY_SENSOR);

    /** @param lookBackDays for how many days people are remembered */
    public KnownVisits(DaySeconds day, Dirty dirty, int lookBackDays) {
        this.day = day;
        this.dirty = dirty;
        this.lookBackDays = lookBackDays;
        this.all = new int[day.end() / MINUTE + 1];
        this.first = new int[day.end() / MINUTE + 1];
    }

    public void add(Liveness source, long millis, Fact.Known known) {
        sources.add(source);
        int second = day.secondOf(millis);
        all[second / MINUTE]++;
        first[second / MINUTE] += known.before() == Fact.Before.NEVER ? 1 : 0;
        dirty.within(second, second);
    }

    /** True if anybody was known that day: then first visits and returning ones are told of these people. */
    public boolean any() {
        return !sources.isEmpty();
    }

    /** Adds the rows of a window. */
    public void addTo(Rows rows, Coverage coverage, Doors doors) {
        if (!any()) {
            return;
        }
        RowSpan span = rows.span();
        int known = sum(all, span.from(), span.end());
        int seen = sum(first, span.from(), span.end());
        Evidence told = evidence(coverage.any(sources, span.from(), span.to()), known);
        rows.add(Metric.FIRST_SEEN, Scope.STORE, (double) seen, told);
        if (!doors.any()) {
            rows.add(Metric.ID_COVERAGE, Scope.STORE, null, told.with(new NoDoorCounts()));
            rows.add(Metric.RETURNING_SHARE, Scope.STORE, null, told.with(new NoDoorCounts()));
            return;
        }
        Evidence both = evidence(told.quality().and(doors.evidence().quality()), known);
        rows.addRatio(Metric.ID_COVERAGE, Scope.STORE, known, doors.entries(), new NobodyCameIn(), both);
        Reason missing = VisitorRows.missing(known, Math.round(doors.entries()));
        Double share = missing == null ? (known - seen) / (double) known : null;
        rows.add(Metric.RETURNING_SHARE, Scope.STORE, share, both.with(missing));
    }

    /** People first seen within the look-back, during the seconds [from, to). */
    public Figure firstSeen(int from, int to, Coverage coverage) {
        return evidence(coverage.any(sources, from, to), sum(all, from, to))
                .figure((double) sum(first, from, to), null, null);
    }

    private Evidence evidence(Quality quality, int known) {
        Reason note = new RadioReason.KnownPeople(lookBackDays);
        return new Evidence(quality, known > 0, false, note, Basis.FUSED);
    }

    private static int sum(int[] minutes, int from, int to) {
        int sum = 0;
        for (int minute = Math.max(0, from / MINUTE);
                minute < Math.min(minutes.length, (to + MINUTE - 1) / MINUTE);
                minute++) {
            sum += minutes[minute];
        }
        return sum;
    }
}
