package dev.footfall.metrics.space;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.metrics.stay.StayLengths;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.RadioReason.StaysBeyondCap;
import dev.footfall.reason.SpaceReason;
import dev.footfall.time.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows that come from the floor plan: zones, lines, flows, person-seconds. */
public final class SpaceRows {
    private final Space space;
    private final Coverage coverage;
    private final int smallCellFloor;

    public SpaceRows(Space space, Coverage coverage, int smallCellFloor) {
        this.space = space;
        this.coverage = coverage;
        this.smallCellFloor = smallCellFloor;
    }

    /** Adds the rows of everything that something watches. */
    public void addTo(Rows rows, Doors doors) {
        List<ZoneTally> watched =
                space.zones().stream().filter(zone -> !zone.sensors().isEmpty()).toList();
        Share all = new Share(0, 0);
        for (ZoneTally zone : watched) {
            if (!zone.isForStaff()) {
                all = all.plus(stayed(rows, zone), zone.polygon().area());
            }
        }
        for (ZoneTally zone : watched) {
            addZone(rows, zone, all, doors);
        }
        if (!watched.isEmpty() || space.tracked()) {
            addStore(rows, watched);
        }
        if (space.tracked()) {
            addLines(rows);
        }
        addFlows(rows);
    }

    private static double stayed(Rows rows, ZoneTally zone) {
        RowSpan span = rows.span();
        return zone.stayed(span.from(), span.to(), span.end()) / 1e6;
    }

    private void addZone(Rows rows, ZoneTally zone, Share all, Doors doors) {
        RowSpan span = rows.span();
        Scope scope = new Scope.Zone(zone.id());
        double stayed = stayed(rows, zone);
        double entries = zone.entries(span.from(), span.end());
        double engaged = zone.engaged(span.from(), span.end());
        Evidence seen = evidence(zone.sensors(), span, stayed > 0 || entries > 0);
        Evidence counted = zone.estimated() ? seen.estimatedBecause(new SpaceReason.UpwardSteps()) : seen;
        rows.add(Metric.PERSON_SECONDS, scope, stayed, seen);
        rows.add(Metric.OCCUPANCY, scope, stayed / span.seconds(), seen);
        rows.add(Metric.OCCUPANCY_MAX, scope, (double) zone.max(span.from(), span.to()), seen);
        rows.add(Metric.ZONE_ENTRIES, scope, entries, counted);
        rows.add(Metric.ZONE_ENGAGED, scope, engaged, counted);
        rows.addRatio(Metric.ZONE_ENGAGEMENT, scope, engaged, entries, new SpaceReason.NobodyEntered(), counted);
        QueueRows.add(rows, zone, scope, seen);
        if (span.grain() != Grain.QUARTER) {
            rows.addRatio(Metric.DWELL_MEAN, scope, stayed, entries, new SpaceReason.NobodyEntered(), counted);
            rows.add(Metric.DWELL_N, scope, entries, counted);
            addSpread(rows, zone, scope, seen);
        }
        if (!zone.isForStaff()) {
            rows.addRatio(
                    Metric.HEAT_INDEX,
                    scope,
                    stayed * all.area,
                    all.stayed * zone.polygon().area(),
                    new SpaceReason.NobodyInAnyZone(),
                    seen);
        }
        if (doors.any() && !zone.isForStaff()) {
            Quality both = counted.quality().and(doors.evidence().quality());
            Evidence exposure = new Evidence(both, counted.counted(), counted.estimated(), counted.note(), Basis.FUSED);
            rows.addRatio(Metric.ZONE_EXPOSURE, scope, entries, doors.entries(), new NobodyCameIn(), exposure);
        }
    }

    /** Where persons are told apart. */
    private static void addSpread(Rows rows, ZoneTally zone, Scope scope, Evidence seen) {
        StayLengths stays = zone.stays().lengths(rows.span().from(), rows.span().end());
        if (zone.estimated() && stays.count() == 0) {
            return;
        }
        Evidence noted = stays.count() == 0 ? seen.with(new SpaceReason.NobodyEntered()) : seen;
        Evidence capped = stays.beyondCap() == 0 ? noted : noted.with(new StaysBeyondCap(stays.beyondCap()));
        rows.add(Metric.DWELL_MEDIAN, scope, stays.quantile(0.5), capped);
        rows.add(Metric.DWELL_P90, scope, stays.quantile(0.9), capped);
    }

    private void addStore(Rows rows, List<ZoneTally> watched) {
        RowSpan span = rows.span();
        Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);
        sensors.addAll(space.trackers());
        watched.forEach(zone -> sensors.addAll(zone.sensors()));
        double stayed = space.stayed(span.from(), span.to(), span.end()) / 1e6;
        rows.add(Metric.PERSON_SECONDS, Scope.STORE, stayed, evidence(sensors, span, stayed > 0));
    }

    /** Mean number of people present in each stretch of so many seconds, by zone counts and tracks; NaN where none lives. */
    public double[] presentPer(int seconds, DaySeconds day) {
        Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);
        sensors.addAll(space.trackers());
        space.zones().forEach(zone -> sensors.addAll(zone.sensors()));
        double[] present = new double[(day.end() + seconds - 1) / seconds];
        for (int i = 0; i < present.length; i++) {
            int from = Math.max(day.first(), i * seconds);
            int to = Math.min(day.end(), (i + 1) * seconds);
            boolean live = to > from
                    && !sensors.isEmpty()
                    && sensors.stream().allMatch(sensor -> sensor.live(from, to) == to - from);
            present[i] = live ? space.stayed(from, to, to) / 1e6 / (to - from) : Double.NaN;
        }
        return present;
    }

    private void addLines(Rows rows) {
        RowSpan span = rows.span();
        for (LineTally line : space.lines()) {
            long forward = line.forward(span.from(), span.end());
            long backward = line.backward(span.from(), span.end());
            Evidence evidence = evidence(space.trackers(), span, forward + backward > 0);
            rows.add(Metric.LINE_FORWARD, new Scope.Line(line.id()), (double) forward, evidence);
            rows.add(Metric.LINE_BACKWARD, new Scope.Line(line.id()), (double) backward, evidence);
        }
    }

    /** Adds the transitions that enough people made. */
    public void addFlows(Rows rows) {
        RowSpan span = rows.span();
        for (Map.Entry<Transitions.Pair, QuarterSums> flow :
                space.transitions().counts().entrySet()) {
            long count = flow.getValue().over(span.from(), span.end());
            if (count >= smallCellFloor) {
                ZoneTally from = space.zones().get(flow.getKey().from());
                ZoneTally to = space.zones().get(flow.getKey().to());
                Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);
                sensors.addAll(from.sensors());
                sensors.addAll(to.sensors());
                rows.add(
                        Metric.TRANSITIONS,
                        new Scope.Flow(from.id(), to.id()),
                        (double) count,
                        evidence(sensors, span, true));
            }
        }
    }

    private Evidence evidence(Set<Liveness> sensors, RowSpan span, boolean counted) {
        Quality quality = coverage.any(sensors, span.from(), span.to());
        return new Evidence(quality, counted, false, null, Basis.CAMERA);
    }

    /** Person-seconds and square metres of several zones. */
    private record Share(double stayed, double area) {
        Share plus(double moreStayed, double moreArea) {
            return new Share(stayed + moreStayed, area + moreArea);
        }
    }

    /** Every watched zone at a moment close to now, in the order of the configuration. */
    public List<ZoneNow> now(int first, int to, long millis) {
        List<ZoneNow> zones = new ArrayList<>();
        for (int i = 0; i < space.zones().size(); i++) {
            ZoneTally zone = space.zones().get(i);
            if (!zone.sensors().isEmpty()) {
                boolean live = zone.sensors().stream().anyMatch(sensor -> sensor.liveAt(to - 1));
                zones.add(new ZoneNow(
                        zone.id(),
                        live ? Double.valueOf(space.present(i, millis)) : null,
                        zone.entries(first, to),
                        zone.stayed(first, to, to) / 1e6));
            }
        }
        return zones;
    }
}
