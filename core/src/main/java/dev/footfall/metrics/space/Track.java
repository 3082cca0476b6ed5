package dev.footfall.metrics.space;

import dev.footfall.metrics.stay.StayTally;
import dev.footfall.metrics.stay.StayVisit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One tracked person from fix to fix. Who is told to be staff, or is beyond doubt in a zone of staff, is staff from then on
 * and no longer counts in the zones of visitors.
 */
final class Track {
    /** How far from a border a person must have been for a change to be beyond doubt. */
    static final double HYSTERESIS_M = 0.2;

    private final List<ZoneTally> zones;
    private final List<LineTally> lines;
    private final Journey journey;
    private final @Nullable ZonePassage[] inZones;
    private final @Nullable LinePassage[] overLines;
    private final StayVisit inView;
    private long micros;
    private double x;
    private double y;
    private boolean staff;

    /** @param told true if the person is told to be staff from the start */
    Track(
            List<ZoneTally> zones,
            List<LineTally> lines,
            Transitions transitions,
            StayTally inView,
            long micros,
            double x,
            double y,
            boolean told) {
        this.zones = zones;
        this.lines = lines;
        this.journey = new Journey(transitions);
        this.inZones = new ZonePassage[zones.size()];
        this.overLines = new LinePassage[lines.size()];
        this.micros = micros;
        this.x = x;
        this.y = y;
        this.staff = told || isInStaffZone();
        this.inView = new StayVisit(inView);
        if (!staff) {
            this.inView.begin(micros);
        }
        for (int i = 0; i < inZones.length; i++) {
            ZoneTally zone = zones.get(i);
            if (zone.isForStaff() == staff && zone.polygon().contains(x, y)) {
                passage(i).startInside(micros);
            }
        }
    }

    private boolean isInStaffZone() {
        for (ZoneTally zone : zones) {
            if (zone.isForStaff() && zone.polygon().contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** The person is staff, from here on. */
    void isStaff() {
        if (!staff) {
            staff = true;
            inView.takeBack();
            leaveVisitors();
        }
    }

    private void leaveVisitors() {
        for (int i = 0; i < inZones.length; i++) {
            if (!zones.get(i).isForStaff()) {
                inZones[i] = null;
            }
        }
    }

    long micros() {
        return micros;
    }

    boolean isInside(int zone) {
        ZonePassage passage = inZones[zone];
        return passage != null && passage.isInside();
    }

    /** Walks to the next fix, which must be later; shows the ways that a visitor went. */
    void moveTo(long nextMicros, double nextX, double nextY, Shares cuts, Consumer<Move> walked) {
        Move move = new Move(micros, nextMicros, x, y, nextX, nextY);
        if (!staff) {
            List<Move> ways = amongVisitors(move, cuts);
            for (int i = 0; i < ways.size(); i++) {
                asVisitor(ways.get(i), cuts);
                walked.accept(ways.get(i));
            }
        }
        boolean enters = false;
        for (int i = 0; i < inZones.length; i++) {
            if (zones.get(i).isForStaff()) {
                throughZone(i, move, cuts);
                ZonePassage passage = inZones[i];
                enters |= passage != null && passage.isSure();
            }
        }
        for (int i = 0; i < overLines.length; i++) {
            overLine(i, move);
        }
        if (!staff) {
            inView.lasts(nextMicros);
        }
        micros = nextMicros;
        x = nextX;
        y = nextY;
        if (enters) {
            isStaff();
        }
    }

    private void asVisitor(Move way, Shares cuts) {
        for (int i = 0; i < inZones.length; i++) {
            if (!zones.get(i).isForStaff()) {
                throughZone(i, way, cuts);
            }
        }
    }

    /** The parts of a move outside the zones of staff. */
    private List<Move> amongVisitors(Move move, Shares cuts) {
        List<Move> ways = List.of(move);
        for (int i = 0; i < inZones.length; i++) {
            Polygon polygon = zones.get(i).polygon();
            if (zones.get(i).isForStaff() && !polygon.farFrom(move, 0)) {
                List<Move> outside = new ArrayList<>();
                for (Move way : ways) {
                    cuts.clear();
                    polygon.cut(way, cuts);
                    cuts.sort();
                    for (int part = 0; part < cuts.parts(); part++) {
                        if (!isInside(polygon, way, cuts, part)) {
                            outside.add(way.part(cuts.get(part), cuts.get(part + 1)));
                        }
                    }
                }
                ways = outside;
            }
        }
        return ways;
    }

    private void throughZone(int index, Move move, Shares cuts) {
        Polygon polygon = zones.get(index).polygon();
        ZonePassage known = inZones[index];
        if (polygon.farFrom(move, HYSTERESIS_M)) {
            if (known != null) {
                known.outside(true);
            }
            return;
        }
        ZonePassage passage = passage(index);
        cuts.clear();
        polygon.cut(move, cuts);
        cuts.sort();
        int part = 0;
        while (part < cuts.parts()) {
            boolean inside = isInside(polygon, move, cuts, part);
            int last = part;
            while (last + 1 < cuts.parts() && isInside(polygon, move, cuts, last + 1) == inside) {
                last++;
            }
            pass(passage, polygon, move, cuts.get(part), cuts.get(last + 1), inside);
            part = last + 1;
        }
    }

    private static boolean isInside(Polygon polygon, Move move, Shares cuts, int part) {
        double middle = (cuts.get(part) + cuts.get(part + 1)) / 2;
        return polygon.contains(move.x(middle), move.y(middle));
    }

    private static void pass(ZonePassage passage, Polygon polygon, Move move, double from, double to, boolean inside) {
        if (inside) {
            passage.inside(move.at(from), move.at(to), polygon.clears(move, from, to, HYSTERESIS_M));
        } else {
            passage.outside(!passage.isOut() && polygon.clears(move, from, to, HYSTERESIS_M));
        }
    }

    private void overLine(int index, Move move) {
        LinePassage passage = overLines[index];
        if (passage == null) {
            passage = new LinePassage(lines.get(index));
            overLines[index] = passage;
        }
        passage.move(move, HYSTERESIS_M, staff);
    }

    private ZonePassage passage(int index) {
        ZonePassage passage = inZones[index];
        if (passage == null) {
            passage = new ZonePassage(index, zones.get(index), journey);
            inZones[index] = passage;
        }
        return passage;
    }
}
