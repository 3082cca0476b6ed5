package dev.footfall.metrics.radio;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import org.apache.datasketches.hll.HllSketch;
import org.jspecify.annotations.Nullable;

/** The rows of one window that come from radio devices. */
final class RadioRows {
    private static final double NINETY = 1.645;
    /** Share of devices that are taken for another's or for two, from recordings of known phones. */
    private static final double MISTAKEN = 0.06;

    private static final int ONE_DEVIATION = 1;
    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;

    private final Rows rows;
    private final RowSpan span;
    private final Coverage coverage;
    private final RadioSettings settings;

    RadioRows(Rows rows, Coverage coverage, RadioSettings settings) {
        this.rows = rows;
        this.span = rows.span();
        this.coverage = coverage;
        this.settings = settings;
    }

    void addReceiver(String id, Reach reach) {
        add(new Scope.Sensor(id), reach);
    }

    void addStore(Reach reach, Doors doors) {
        QuarterVisits visits = add(Scope.STORE, reach);
        double passed = passers(reach, visits);
        if (doors.any()) {
            Evidence door = doors.evidence();
            Quality both = door.quality().and(evidence(reach, visits).quality());
            Evidence rate = new Evidence(both, door.counted(), door.estimated(), door.note(), Basis.FUSED);
            double entries = doors.entries();
            rows.addRatio(
                    Metric.CAPTURE_RATE,
                    Scope.STORE,
                    entries,
                    entries + passed,
                    new RadioReason.NobodyCameOrPassed(),
                    rate);
        }
    }

    private QuarterVisits add(Scope scope, Reach reach) {
        QuarterVisits visits = reach.over(span.from(), span.end());
        Evidence seen = evidence(reach, visits);
        addDevices(scope, reach, seen);
        addPresent(scope, reach, visits, seen);
        double passed = passers(reach, visits);
        double half = visits.passed == 0 ? 0 : NINETY * passed / Math.sqrt(visits.passed);
        rows.add(Metric.PASSERS_BY, scope, passed, Math.max(0, passed - half), passed + half, seen);
        rows.addRatio(
                Metric.BOUNCE_RATE,
                scope,
                bounced(reach, visits.inside),
                visits.inside.total(),
                new RadioReason.NoVisitBegan(),
                seen);
        rows.addRatio(
                Metric.ENGAGED_RATE,
                scope,
                stayed(reach, visits.inside, settings.engagedSeconds()),
                visits.inside.total(),
                new RadioReason.NoVisitBegan(),
                seen);
        if (span.grain() != Grain.QUARTER && isUntold(scope)) {
            addDwell(scope, reach, visits, seen);
        }
        return visits;
    }

    private Evidence evidence(Reach reach, QuarterVisits visits) {
        Quality quality = coverage.any(reach.receivers(), span.from(), span.to());
        boolean counted = visits.seconds > 0 || visits.all.total() > 0;
        return new Evidence(quality, counted, false, null, Basis.WIFI);
    }

    private void addDevices(Scope scope, Reach reach, Evidence seen) {
        HllSketch distinct = reach.distinct(span.from(), span.end());
        double count = Math.rint(distinct.getEstimate());
        double sketch = distinct.getUpperBound(ONE_DEVIATION) - distinct.getEstimate();
        double half = NINETY * Math.hypot(Math.sqrt(MISTAKEN * count), sketch);
        double least = Math.min(1, count);
        rows.add(Metric.DEVICES, scope, count, Math.max(least, count - half), count + half, seen);
    }

    /** Seconds between bursts, and what visits lasted before their first and after their last. */
    private void addPresent(Scope scope, Reach reach, QuarterVisits visits, Evidence seen) {
        double seconds = visits.seconds;
        StayModel stays = reach.stays();
        for (int i = 0; stays != null && i < Spans.CLASSES; i++) {
            double heard = visits.all.mean(i);
            seconds += visits.all.count(i) * (stays.expected(heard) - heard);
        }
        double mean = seconds / span.seconds();
        double half = NINETY * Math.sqrt(MISTAKEN * mean);
        rows.add(Metric.DEVICES_PRESENT, scope, mean, Math.max(0, mean - half), mean + half, seen);
    }

    /** Those heard, divided by the chance to hear one. */
    private double passers(Reach reach, QuarterVisits visits) {
        StayModel stays = reach.stays();
        return stays == null ? visits.passed : visits.passed / stays.heard(settings.passSeconds());
    }

    private double bounced(Reach reach, Spans inside) {
        return inside.total() - stayed(reach, inside, settings.visitSeconds());
    }

    /** Visits of at least so many seconds, with what was not heard of them. */
    private static double stayed(Reach reach, Spans inside, double seconds) {
        StayModel stays = reach.stays();
        double stayed = 0;
        for (int i = 0; i < Spans.CLASSES; i++) {
            double heard = inside.mean(i);
            stayed += (stays == null ? heard : stays.expected(heard)) >= seconds ? inside.count(i) : 0;
        }
        return stayed;
    }

    private boolean isUntold(Scope scope) {
        return rows.list().stream()
                .noneMatch(
                        row -> row.metric() == Metric.DWELL_MEAN && row.scope().equals(scope));
    }

    private void addDwell(Scope scope, Reach reach, QuarterVisits visits, Evidence seen) {
        Spans inside = visits.inside;
        Evidence noted = seen.with(note(visits));
        rows.add(Metric.DWELL_N, scope, (double) inside.again(), noted);
        StayModel stays = reach.stays();
        if (stays == null || inside.again() == 0) {
            Evidence none = noted.with(new RadioReason.NoVisitHeardTwice());
            rows.add(Metric.DWELL_MEAN, scope, null, none);
            return;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < Spans.CLASSES; i++) {
            double stay = stays.expected(inside.mean(i));
            sum += inside.count(i) * stay;
            squares += inside.count(i) * stay * stay;
        }
        int n = inside.again();
        double mean = sum / n;
        double half = NINETY * Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
        rows.add(Metric.DWELL_MEAN, scope, mean, Math.max(0, mean - half), mean + half, noted);
        rows.add(Metric.DWELL_MEDIAN, scope, stays.quantile(inside, MEDIAN), noted);
        rows.add(Metric.DWELL_P90, scope, stays.quantile(inside, P90), noted);
    }

    private @Nullable Reason note(QuarterVisits visits) {
        Spans inside = visits.inside;
        if (inside.total() == 0 && visits.stayedOn == 0) {
            return null;
        }
        Reason heard = inside.total() == 0
                ? new RadioReason.NoVisitEnded()
                : new RadioReason.HeardTwice(100.0 * inside.again() / inside.total());
        return Reason.join(heard, visits.stayedOn == 0 ? null : new RadioReason.StaysBeyondCap(visits.stayedOn));
    }
}
