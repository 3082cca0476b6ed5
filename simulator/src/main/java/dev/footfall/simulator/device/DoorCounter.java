package dev.footfall.simulator.device;

import dev.footfall.simulator.device.DoorView.Passage;
import dev.footfall.simulator.visit.DayPlan;
import java.util.ArrayList;
import java.util.List;

/** Counts a door sensor's passages by interval and in total; the totals start again when the sensor does. */
final class DoorCounter {
    private final Site site;
    private long run = Long.MIN_VALUE;
    private Tally total = new Tally();

    DoorCounter(Site site) {
        this.site = site;
    }

    /** People, groups of several people, and the staff among the people, each way. */
    record Counts(long in, long out, long groupsIn, long groupsOut, long staffIn, long staffOut) {}

    /** Counts of one interval, in epoch milliseconds, and the totals at its end. */
    record Interval(long start, long end, Counts counts, Counts totals) {}

    private static final class Tally {
        private long in;
        private long out;
        private long groupsIn;
        private long groupsOut;
        private long staffIn;
        private long staffOut;

        void add(Passage passage) {
            long group = passage.group() ? 1 : 0;
            long staff = passage.visit().staff() ? 1 : 0;
            if (passage.inward()) {
                in++;
                groupsIn += group;
                staffIn += staff;
            } else {
                out++;
                groupsOut += group;
                staffOut += staff;
            }
        }

        Counts counts() {
            return new Counts(in, out, groupsIn, groupsOut, staffIn, staffOut);
        }
    }

    /** The totals right after a passage. */
    record Step(Passage passage, long totalIn, long totalOut) {}

    /** The day in intervals (one cut short by a restart begins with it), and every single passage with its totals. */
    record Counted(List<Interval> intervals, List<Step> steps) {}

    Counted count(DayPlan plan, List<Passage> passages, long intervalMillis) {
        List<Interval> intervals = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        int next = 0;
        for (long start = plan.start(); start < plan.end(); start += intervalMillis) {
            long end = Math.min(start + intervalMillis, plan.end());
            Tally tally = new Tally();
            while (next < passages.size() && passages.get(next).at() < end) {
                Passage passage = passages.get(next);
                next++;
                restartIfNeeded(passage.at());
                tally.add(passage);
                total.add(passage);
                steps.add(new Step(passage, total.in, total.out));
            }
            restartIfNeeded(end);
            long begun = Math.max(start, run);
            if (begun < end) {
                intervals.add(new Interval(begun, end, tally.counts(), total.counts()));
            }
        }
        return new Counted(intervals, steps);
    }

    private void restartIfNeeded(long at) {
        long started = site.startedBefore(at);
        if (started != run) {
            run = started;
            total = new Tally();
        }
    }
}
