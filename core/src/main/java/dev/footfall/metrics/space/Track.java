package dev.footfall.metrics.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One tracked person from fix to fix. */
final class Track {
    /** How far from a border a person must have been for a change to be beyond doubt. */
    static final double HYSTERESIS_M = 0.2;

    private final List<ZoneTally> zones;
    private final List<LineTally> lines;
    private final Journey journey;
    private final @Nullable ZonePassage[] inZones;
    private final @Nullable LinePassage[] overLines;
    private long micros;
    private double x;
    private double y;

    Track(List<ZoneTally> zones, List<LineTally> lines, Transitions transitions, long micros, double x, double y) {
        this.zones = zones;
        this.lines = lines;
        this.journey = new Journey(transitions);
        this.inZones = new ZonePassage[zones.size()];
        this.overLines = new LinePassage[lines.size()];
        this.micros = micros;
        this.x = x;
        this.y = y;
        for (int i = 0; i < inZones.length; i++) {
            if (zones.get(i).polygon().contains(x, y)) {
                passage(i).startInside(micros);
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

    /** Walks to the next fix, which must be later; returns the way. */
    Move moveTo(long nextMicros, double nextX, double nextY, Shares cuts) {
        Move move = new Move(micros, nextMicros, x, y, nextX, nextY);
        for (int i = 0; i < inZones.length; i++) {
            throughZone(i, move, cuts);
        }
        for (int i = 0; i < overLines.length; i++) {
            overLine(i, move);
        }
        micros = nextMicros;
        x = nextX;
        y = nextY;
        return move;
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
        passage.move(move, HYSTERESIS_M);
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
