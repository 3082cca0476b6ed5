package dev.footfall.metrics.counting;

import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.metrics.beam.BeamMachine;
import dev.footfall.metrics.beam.BeamSettings;
import dev.footfall.metrics.beam.Hiding;
import dev.footfall.metrics.beam.Passage;
import dev.footfall.metrics.beam.Side;
import dev.footfall.metrics.beam.Undercount;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.observation.Fact;
import java.util.List;
import java.util.stream.Stream;

/** The people that one beam sensor saw on one day, and an estimate of those it could not see. */
public final class BeamCounts implements FlowSource, BeamMachine.Sink {
    /** A beam blocked for longer than this is no source: nobody behind it is seen. */
    private static final long NO_SOURCE_AFTER = 60_000;

    private final DaySeconds day;
    private final Dirty dirty;
    private final boolean invert;
    private final boolean dual;
    private final BeamMachine machine;
    private final Hiding hiding;
    private final FlowGrid grid;
    private final int[] turned;

    BeamCounts(DaySeconds day, Dirty dirty, boolean invert, BeamSettings settings) {
        this.day = day;
        this.dirty = dirty;
        this.invert = invert;
        this.dual = settings.dual();
        this.machine = new BeamMachine(settings, this);
        this.hiding = new Hiding(day.quarters(), settings.blockedAfter());
        this.grid = new FlowGrid(day);
        this.turned = new int[day.quarters()];
    }

    void add(Side side, long at, Fact.Beam beam) {
        switch (beam.signal()) {
            case BROKEN -> machine.edge(side, true, at);
            case CLEAR -> machine.edge(side, false, at);
            case FOUND_BROKEN -> machine.found(side, true, at);
            case FOUND_CLEAR -> machine.found(side, false, at);
            case LOST -> machine.lost(side, beam.count(), at);
        }
    }

    /** A sign of life at the day's millisecond. */
    public void alive(long at) {
        machine.advance(at);
    }

    /** The day, or the capture, is over. */
    public void settle() {
        machine.settle();
        hiding.settle();
    }

    @Override
    public void passed(Passage passage) {
        int second = day.secondOf(passage.at());
        switch (passage.way()) {
            case IN -> count(second, !invert);
            case OUT -> count(second, invert);
            case EITHER -> {
                grid.add(second, 1, 1);
                dirty.flow(second);
            }
            case TURNED_BACK -> turned[second / DaySeconds.QUARTER] += passage.overlapped() ? 1 : 0;
        }
    }

    private void count(int second, boolean inward) {
        grid.add(second, inward ? 1 : 0, inward ? 0 : 1);
        dirty.flow(second);
    }

    @Override
    public void blocked(long start, long end) {
        int second = day.secondOf(start);
        hiding.add(second / DaySeconds.QUARTER, start, end);
        dirty.from(second);
    }

    @Override
    public FlowGrid grid() {
        return grid;
    }

    @Override
    public int halves() {
        return dual ? 2 : 1;
    }

    @Override
    public Undercount undercount(int from, int to) {
        Undercount total = Undercount.NONE;
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            int start = quarter * DaySeconds.QUARTER;
            int end = start + DaySeconds.QUARTER;
            int shareFrom = Math.max(from, start);
            int shareTo = Math.min(to, end);
            double in = grid.in(shareFrom, shareTo) * halves() / 2.0;
            double out = grid.out(shareFrom, shareTo) * halves() / 2.0;
            long seen = grid.in(start, end) + grid.out(start, end);
            if (in + out > 0) {
                Hiding.Hidden hidden = hiding.in(quarter);
                double people = seen * halves() / 2.0;
                total = total.plus(undercount(hidden, in, out, people))
                        .plus(met(met(quarter, hidden) * (in + out) / people));
            }
        }
        return total;
    }

    /**
     * Who turns back in the beams, and two who meet there on their ways in and out, look the same: the first beam is broken
     * first and cleared last. So many pairs meet as strangers come by chance while somebody is in the beams, and go the
     * other way; the rest turned back.
     */
    private double met(int quarter, Hiding.Hidden hidden) {
        int start = quarter * DaySeconds.QUARTER;
        double in = grid.in(start, start + DaySeconds.QUARTER);
        double out = grid.out(start, start + DaySeconds.QUARTER);
        double otherWay = 2 * in * out / ((in + out) * (in + out));
        return dual ? Math.min(turned[quarter], otherWay * hidden.strangers()) : 0;
    }

    private static Undercount met(double pairs) {
        return new Undercount(pairs, pairs, 0, 0, 0, 0, 0);
    }

    /** What is hidden is shared among those who passed; who turned back hid nobody that counts. */
    private Undercount undercount(Hiding.Hidden hidden, double in, double out, double seen) {
        double perSeen = hidden.people() / Math.max(seen, hidden.breaks());
        double doubt = hidden.people() > 0 ? hidden.deviation() / hidden.people() : 0;
        double maybe = hidden.maybe() / Math.max(seen, hidden.breaks());
        double split = dual ? 0 : Math.sqrt(in + out) / 2;
        return new Undercount(in * perSeen, out * perSeen, in, out, doubt, maybe * Math.max(in, out), split);
    }

    /** True if something has stood in a beam for so long that the door counts as unwatched. */
    public boolean blockedLong(long at) {
        long since = machine.blockedSince();
        return since != Long.MAX_VALUE && at - since > NO_SOURCE_AFTER;
    }

    /** The sides that are broken now. */
    public List<Side> brokenSides() {
        return Stream.of(Side.values()).filter(machine::broken).toList();
    }

    /** What the sensor's owner should know. */
    public List<BeamFinding> findings() {
        return machine.findings();
    }
}
