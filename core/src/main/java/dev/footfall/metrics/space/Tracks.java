package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.stay.StayTally;
import dev.footfall.observation.Fact;
import dev.footfall.observation.SensorId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The tracks of a day. A gap of more than five seconds ends one; the next fix of the same name begins another. */
final class Tracks {
    static final long LONGEST_GAP_MICROS = 5_000_000;
    /** More tracks than this are not remembered; the one longest without a fix goes first. */
    private static final int REMEMBERED = 10_000;

    private record Name(SensorId sensor, String track) {}

    private final List<ZoneTally> zones;
    private final List<LineTally> lines;
    private final Transitions transitions;
    private final HeatMap heat;
    private final QuarterSums walked;
    private final Dirty dirty;
    private final Map<Name, Track> tracks = new Recent<>(REMEMBERED);
    private final Shares cuts = new Shares();
    private final Consumer<Move> walk = this::walk;
    private final StayTally inView;
    private long outOfOrder;

    Tracks(
            DaySeconds day,
            Dirty dirty,
            List<ZoneTally> zones,
            List<LineTally> lines,
            Transitions transitions,
            HeatMap heat) {
        this.dirty = dirty;
        this.zones = zones;
        this.lines = lines;
        this.transitions = transitions;
        this.heat = heat;
        this.walked = new QuarterSums(day);
        this.inView = new StayTally(day);
    }

    /** @param staff true if this is a member of staff */
    void add(SensorId sensor, long micros, Fact.Position fix, boolean staff) {
        Name name = new Name(sensor, fix.track());
        Track track = tracks.get(name);
        if (track != null && micros <= track.micros()) {
            outOfOrder++;
            return;
        }
        if (track == null || micros - track.micros() > LONGEST_GAP_MICROS) {
            tracks.put(name, new Track(zones, lines, transitions, inView, micros, fix.x(), fix.y(), staff));
            return;
        }
        if (staff) {
            track.isStaff();
        }
        track.moveTo(micros, fix.x(), fix.y(), cuts, walk);
    }

    private void walk(Move move) {
        heat.add(move);
        walked.addSpan(move.from(), move.to());
        dirty.within((int) (move.from() / 1_000_000), (int) (move.to() / 1_000_000));
    }

    /** Tracks by their length. */
    StayTally inView() {
        return inView;
    }

    /** Fixes left out because their track had gone on already. */
    long outOfOrder() {
        return outOfOrder;
    }

    /** Person-microseconds of all tracks in the quarters of [from, to). */
    long walked(int from, int to) {
        return walked.over(from, to);
    }

    /** People on tracks in a zone at a moment close to now. */
    int present(int zone, long micros) {
        int count = 0;
        for (Track track : tracks.values()) {
            boolean live = track.micros() <= micros + 1_000_000 && micros - track.micros() <= LONGEST_GAP_MICROS;
            if (live && track.isInside(zone)) {
                count++;
            }
        }
        return count;
    }
}
