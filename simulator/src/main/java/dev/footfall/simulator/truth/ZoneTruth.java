package dev.footfall.simulator.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Floor.Area;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.simulator.visit.Whereabouts;
import dev.footfall.simulator.visit.Whereabouts.Stay;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.StoreCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened on the floor: zones, lines, and the ways between zones. Everybody is seen all the time here; devices that
 * watch a part of the floor only will find less.
 */
final class ZoneTruth {
    private static final long QUEUES_FROM_MILLIS = 10_000;

    private final Floor floor;
    private final StoreCalendar calendar;

    ZoneTruth(Floor floor, StoreCalendar calendar) {
        this.floor = floor;
        this.calendar = calendar;
    }

    /** A person's stay in a zone. */
    private record ZoneStay(String zone, Stay stay) {}

    void add(DayPlan plan, List<TruthRow> rows) {
        Series everywhere = new Series(calendar, plan.day());
        for (Visit visit : plan.visits()) {
            everywhere.integrate(visit.path().start(), visit.path().end(), 1);
        }
        everywhere.rows(Metric.PERSON_SECONDS, Scope.STORE, rows);
        Map<Integer, List<ZoneStay>> ways = new TreeMap<>();
        for (Area area : floor.areas()) {
            zone(plan, area, ways, rows);
        }
        transitions(plan, ways, rows);
        for (Line line : floor.lines()) {
            line(plan, line, rows);
        }
    }

    private void zone(DayPlan plan, Area area, Map<Integer, List<ZoneStay>> ways, List<TruthRow> rows) {
        Series entries = new Series(calendar, plan.day());
        Series engaged = new Series(calendar, plan.day());
        Series seconds = new Series(calendar, plan.day());
        // a zone of staff tells of whoever is in it
        List<Visit> seen = area.zone().kind() == ZoneKind.STAFF ? plan.everybody() : plan.visits();
        for (Visit visit : seen) {
            for (Stay stay : Whereabouts.stays(visit.path(), area.shape())) {
                entries.add(stay.start(), 1);
                seconds.integrate(stay.start(), stay.end(), 1);
                if (stay.millis() >= area.zone().engagedAfter().toMillis()) {
                    engaged.add(stay.start(), 1);
                }
                if (area.zone().kind() == ZoneKind.STAFF) {
                    continue;
                }
                ways.computeIfAbsent(visit.number(), key -> new ArrayList<>()).add(new ZoneStay(area.id(), stay));
            }
        }
        Scope scope = new Scope.Zone(area.id());
        entries.rows(Metric.ZONE_ENTRIES, scope, rows);
        engaged.rows(Metric.ZONE_ENGAGED, scope, rows);
        seconds.rows(Metric.PERSON_SECONDS, scope, rows);
        seconds.meanRows(Metric.OCCUPANCY, scope, rows);
        if (area.zone().kind() == ZoneKind.QUEUE) {
            queue(plan, area, scope, rows);
        }
    }

    private void queue(DayPlan plan, Area area, Scope scope, List<TruthRow> rows) {
        Series joined = new Series(calendar, plan.day());
        Series waited = new Series(calendar, plan.day());
        Series stood = new Series(calendar, plan.day());
        for (Visit visit : plan.visits()) {
            for (Stay stay : Whereabouts.stays(visit.path(), area.shape())) {
                if (stay.millis() >= QUEUES_FROM_MILLIS) {
                    joined.add(stay.start(), 1);
                    waited.add(stay.start(), stay.millis() / 1000.0);
                    stood.integrate(stay.start(), stay.end(), 1);
                }
            }
        }
        stood.meanRows(Metric.QUEUE_LENGTH, scope, rows);
        waited.ratioRows(joined, Metric.QUEUE_WAIT, scope, rows);
    }

    private void transitions(DayPlan plan, Map<Integer, List<ZoneStay>> ways, List<TruthRow> rows) {
        Map<Scope, Series> flows = new TreeMap<>();
        for (List<ZoneStay> way : ways.values()) {
            way.sort(Comparator.comparingLong((ZoneStay zone) -> zone.stay().start()));
            for (int i = 1; i < way.size(); i++) {
                String from = way.get(i - 1).zone();
                String to = way.get(i).zone();
                if (!from.equals(to)) {
                    flows.computeIfAbsent(new Scope.Flow(from, to), key -> new Series(calendar, plan.day()))
                            .add(way.get(i).stay().start(), 1);
                }
            }
        }
        flows.forEach((scope, series) -> series.rowsAboveZero(Metric.TRANSITIONS, scope, rows));
    }

    private void line(DayPlan plan, Line line, List<TruthRow> rows) {
        Series forward = new Series(calendar, plan.day());
        Series backward = new Series(calendar, plan.day());
        for (Visit visit : plan.visits()) {
            for (var crossing : Whereabouts.crossings(visit.path(), line)) {
                (crossing.forward() ? forward : backward).add(crossing.at(), 1);
            }
        }
        Scope scope = new Scope.Line(line.id());
        forward.rows(Metric.LINE_FORWARD, scope, rows);
        backward.rows(Metric.LINE_BACKWARD, scope, rows);
    }
}
