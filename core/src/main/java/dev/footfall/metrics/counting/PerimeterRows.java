package dev.footfall.metrics.counting;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.reason.CountReason.HalfTheBreaks;
import dev.footfall.reason.CountReason.HiddenPeople;
import dev.footfall.reason.CountReason.NoTracks;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows that come from the doors: counts, occupancy, dwell, drift, completeness. */
public final class PerimeterRows {
    private final DaySeconds day;
    private final Perimeter perimeter;
    private final Coverage coverage;
    private final LearnedFactors learned;
    private final Supplier<UsualStay> stay;
    private final Dirty dirty;
    private final OccupancyCurve curve;
    private final OccupancyCurve staff;

    public PerimeterRows(
            DaySeconds day,
            Perimeter perimeter,
            Coverage coverage,
            LearnedFactors learned,
            Supplier<UsualStay> stay,
            Dirty dirty) {
        this.day = day;
        this.perimeter = perimeter;
        this.coverage = coverage;
        this.learned = learned;
        this.stay = stay;
        this.dirty = dirty;
        this.curve = new OccupancyCurve(day, perimeter::fill, stay);
        // How long visitors stay says nothing of those who work here.
        this.staff = new OccupancyCurve(day, perimeter::fillStaff, () -> UsualStay.UNKNOWN);
    }

    /** Everything about the doors in one stretch of the day. */
    public Doors doors(int from, int to, int end, boolean dayClosed) {
        int changed = dirty.takeFlowsFrom();
        curve.flowsChangedFrom(changed);
        staff.flowsChangedFrom(changed);
        Factors factors = factors(dayClosed);
        curve.use(factors);
        List<Door> doors = new ArrayList<>();
        for (EntranceCounts entrance : perimeter.counted()) {
            Quality quality = coverage.all(entrance.sensors(), from, to, new NoTracks(entrance.id()));
            doors.add(new Door(
                    entrance,
                    entrance.passed(from, end),
                    quality,
                    entrance.measuredBy(from, to),
                    entrance.substitution(from, to)));
        }
        return new Doors(this, doors, factors, from, to);
    }

    private Factors factors(boolean dayClosed) {
        if (!dayClosed) {
            return Factors.running(learned);
        }
        Passed whole = perimeter.passed(day.first(), day.end());
        return Factors.closed(whole.in(), whole.out(), learned);
    }

    /** The whole day's crossings per entrance. */
    public DayTotals totals() {
        Doors whole = doors(day.first(), day.end(), day.end(), true);
        return new DayTotals(
                day.day().date(),
                whole.list().stream()
                        .map(door -> new DayTotals.EntranceTotal(
                                door.entrance().id(),
                                door.passed().in(),
                                door.passed().out()))
                        .toList(),
                whole.quality().completeness());
    }

    /** What each sensor of an entrance counted in the seconds [from, to), beside the others there. */
    public List<SensorShare> shares(String entrance, int from, int to) {
        EntranceCounts counts = perimeter.entrance(entrance);
        return counts == null ? List.of() : counts.shares(from, to);
    }

    /** The people present on this day once it is over, as far as the doors can tell. */
    public DoorPresence presence() {
        return new DoorPresence(day, perimeter, learned, stay);
    }

    OccupancyCurve curve() {
        return curve;
    }

    /** Where staying ends: nobody is taken to stay in a closed store once the last person passed. */
    int stayEnd(int to) {
        int close = coverage.open().lastClose();
        return to <= close ? to : Math.min(to, Math.max(close, perimeter.lastPassage()));
    }

    /**
     * One entrance in one stretch of time.
     *
     * @param substitution who counted for whom, null if nobody had to
     */
    record Door(
            EntranceCounts entrance,
            Passed passed,
            Quality quality,
            Basis basis,
            @Nullable Reason substitution) {
        Evidence evidence() {
            Evidence plain = new Evidence(quality, passed.any(), false, substitution, basis);
            return passed.undirected() ? plain.estimatedBecause(new HalfTheBreaks()) : plain;
        }
    }

    /** Adds the rows of a window, and says what passed in it. */
    public Doors addTo(Rows rows) {
        RowSpan span = rows.span();
        Doors doors = doors(span.from(), span.to(), span.end(), span.dayClosed());
        if (doors.list().isEmpty()) {
            return doors;
        }
        for (Door door : doors.list()) {
            if (!door.entrance.id().equals(EntranceCounts.ONLY)) {
                addCounts(rows, new Scope.Entrance(door.entrance.id()), door.passed, footfall(door), door.evidence());
            }
        }
        if (perimeter.tellsStaff()) {
            addStaff(rows, doors);
        }
        Evidence store = doors.evidence();
        addCounts(rows, Scope.STORE, doors.passed(), doors.corrected(), store);
        if (span.seconds() > 0 && doors.passed().tellsBalance()) {
            addOccupancy(rows, doors);
            addDwell(rows, doors);
        }
        return doors;
    }

    /** The staff who were taken off: through each entrance, and how many are inside by the balance of that. */
    private void addStaff(Rows rows, Doors doors) {
        RowSpan span = rows.span();
        Passed all = Passed.NONE;
        for (Door door : doors.list()) {
            Passed passed = door.entrance.staff(span.from(), span.end());
            all = all.plus(passed);
            if (door.entrance.tellsStaff() && !door.entrance.id().equals(EntranceCounts.ONLY)) {
                addStaffCounts(rows, new Scope.Entrance(door.entrance.id()), passed, door.evidence());
            }
        }
        addStaffCounts(rows, Scope.STORE, all, doors.evidence());
        if (span.seconds() > 0) {
            OccupancyCurve.Sums sums = staff.over(span.from(), span.to());
            rows.add(Metric.STAFF_PRESENT, Scope.STORE, sums.corrected() / sums.seconds(), doors.evidence());
            rows.add(Metric.STAFF_PRESENT_MAX, Scope.STORE, sums.max(), doors.evidence());
        }
    }

    private static void addStaffCounts(Rows rows, Scope scope, Passed staff, Evidence evidence) {
        rows.add(Metric.ENTRIES_STAFF, scope, staff.in(), evidence);
        rows.add(Metric.EXITS_STAFF, scope, staff.out(), evidence);
    }

    /** What is known about counts, given how they came about. */
    static Evidence modelled(Evidence evidence, Passed passed) {
        return passed.hidden() == null ? evidence : evidence.estimatedBecause(new HiddenPeople());
    }

    private static Passed.Corrected footfall(Door door) {
        return door.passed.footfall(door.entrance.basis());
    }

    private static void addCounts(Rows rows, Scope scope, Passed passed, Passed.Corrected footfall, Evidence evidence) {
        Evidence counts = modelled(evidence, passed);
        add(rows, Metric.FOOTFALL, scope, footfall, passed.modelled(), counts);
        add(rows, Metric.ENTRIES, scope, passed.entries(), passed.modelled(), counts);
        add(rows, Metric.EXITS, scope, passed.exits(), passed.modelled(), counts);
        if (passed.hidden() != null) {
            rows.add(Metric.ENTRIES_RAW, scope, passed.in(), evidence);
            rows.add(Metric.EXITS_RAW, scope, passed.out(), evidence);
        }
        RowSpan span = rows.span();
        Quality quality = evidence.quality();
        rows.add(
                Metric.COMPLETENESS,
                scope,
                quality.completeness(),
                new Evidence(quality, true, false, null, evidence.basis()));
        if (span.grain() == Grain.DAY && span.dayClosed() && !passed.undirected() && passed.any()) {
            rows.add(Metric.DRIFT_RATE, scope, passed.drift(), evidence);
        }
    }

    private static void add(
            Rows rows, Metric metric, Scope scope, Passed.Corrected count, boolean interval, Evidence evidence) {
        if (interval) {
            rows.add(metric, scope, count.value(), count.low(), count.high(), evidence);
        } else {
            rows.add(metric, scope, count.value(), evidence);
        }
    }

    private void addOccupancy(Rows rows, Doors doors) {
        Evidence evidence = doors.evidence().with(Reason.join(doors.factors().note(), curve.note()));
        OccupancyCurve.Sums sums = curve.over(rows.span().from(), rows.span().to());
        double mean = sums.corrected() / sums.seconds();
        double half = sums.halfWidth() / sums.seconds();
        double high = mean * (1 + doors.factors().unseen()) + half;
        rows.add(Metric.OCCUPANCY, Scope.STORE, mean, Math.max(0, mean - half), high, evidence);
        rows.add(Metric.OCCUPANCY_MAX, Scope.STORE, sums.max(), evidence);
        rows.add(Metric.OCCUPANCY_RAW, Scope.STORE, sums.raw() / sums.seconds(), doors.evidence());
    }

    private void addDwell(Rows rows, Doors doors) {
        if (rows.span().grain() == Grain.QUARTER) {
            return;
        }
        Evidence evidence = doors.evidence().with(Reason.join(doors.factors().note(), curve.note()));
        double entered = doors.entered();
        if (doors.nobodyLeft()) {
            rows.add(Metric.DWELL_MEAN, Scope.STORE, null, evidence);
        } else {
            rows.addRatio(Metric.DWELL_MEAN, Scope.STORE, doors.stayed(), entered, new NobodyCameIn(), evidence);
        }
        rows.add(Metric.DWELL_N, Scope.STORE, entered, evidence);
    }
}
