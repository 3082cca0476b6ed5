package dev.footfall.metrics.radio;

import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import java.util.Set;
import java.util.TreeSet;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.jspecify.annotations.Nullable;

/** Devices and their visits as one receiver, or all of the store's together, heard them. */
final class Reach {
    static final int SILENCE_MILLIS = Gaps.LONGEST * 1000;
    private static final int SWEEP_MILLIS = 60_000;

    private final DaySeconds day;
    private final Dirty dirty;
    private final RadioSettings settings;
    private final Set<Liveness> receivers = new TreeSet<>(Liveness.BY_SENSOR);
    private final QuarterVisits[] quarters;
    private final Present present = new Present();
    private final Gaps gaps = new Gaps();
    private final Spans spans = new Spans();
    private final Turns turns = new Turns();
    private @Nullable StayModel model;
    private int modelledVisits;
    private int swept;
    private @Nullable Liveness newestReceiver;

    Reach(DaySeconds day, Dirty dirty, RadioSettings settings) {
        this.day = day;
        this.dirty = dirty;
        this.settings = settings;
        this.quarters = new QuarterVisits[day.quarters()];
    }

    Set<Liveness> receivers() {
        return receivers;
    }

    /** Whose addresses were heard last here. */
    Turns turns() {
        return turns;
    }

    void hear(Liveness receiver, int device, int strength, int millis) {
        if (receiver != newestReceiver) {
            receivers.add(receiver);
            newestReceiver = receiver;
        }
        if (millis - swept >= SWEEP_MILLIS) {
            present.endSilent(millis - SILENCE_MILLIS, this::end);
            swept = millis;
        }
        Visit visit = present.of(device);
        if (visit != null && millis - visit.lastFrame > SILENCE_MILLIS) {
            end(visit);
            visit = null;
        }
        if (visit == null) {
            present.begin(new Visit(device, millis, strength));
            burst(device, millis);
        } else {
            goOn(visit, device, strength, millis);
        }
    }

    private void goOn(Visit visit, int device, int strength, int millis) {
        visit.strongest = Math.max(visit.strongest, strength);
        boolean begins = millis - visit.lastFrame > Devices.BURST_MILLIS;
        visit.lastFrame = Math.max(visit.lastFrame, millis);
        if (begins) {
            gaps.add(millis - visit.lastBurst);
            stay(visit.lastBurst, millis);
            visit.lastBurst = millis;
            burst(device, millis);
        }
    }

    private void burst(int device, int millis) {
        int second = day.secondOf(millis);
        quarter(second / DaySeconds.QUARTER).heard(device);
        dirty.within(second, second);
    }

    private void stay(int from, int to) {
        int at = from;
        while (at < to) {
            int index = day.secondOf(at) / DaySeconds.QUARTER;
            int next = Math.min(to, (index + 1) * DaySeconds.QUARTER * 1000);
            if (next <= at) {
                return;
            }
            quarter(index).seconds += (next - at) / 1000.0;
            at = next;
        }
    }

    private void end(Visit visit) {
        int second = day.secondOf(visit.first);
        QuarterVisits began = quarter(second / DaySeconds.QUARTER);
        double span = visit.spanSeconds();
        if (span > settings.staySeconds()) {
            began.stayedOn++;
        } else {
            began.all.add(span);
            spans.add(span);
            if (settings.isInside(visit.strongest)) {
                began.inside.add(span);
            } else {
                began.passed++;
            }
        }
        dirty.within(second, second);
    }

    /** The day is over: so are the visits. */
    void settle() {
        present.endSilent(Integer.MAX_VALUE, this::end);
    }

    /** All of a stretch of the day that begins and ends with quarters. */
    QuarterVisits over(int from, int end) {
        QuarterVisits sum = new QuarterVisits();
        for (int i = from / DaySeconds.QUARTER; i * DaySeconds.QUARTER < end; i++) {
            if (quarters[i] != null) {
                sum.add(quarters[i]);
            }
        }
        return sum;
    }

    /** Who was heard in a stretch of the day, each device once. */
    HllSketch distinct(int from, int end) {
        HllUnion union = new HllUnion(QuarterVisits.LG_K);
        for (int i = from / DaySeconds.QUARTER; i * DaySeconds.QUARTER < end; i++) {
            if (quarters[i] != null) {
                union.update(quarters[i].heard);
            }
        }
        return union.getResult();
    }

    /** How long the day's visits were, null while too little was heard. */
    @Nullable
    StayModel stays() {
        if (modelledVisits != spans.total()) {
            model = StayModel.of(spans, gaps);
            modelledVisits = spans.total();
        }
        return model;
    }

    private QuarterVisits quarter(int index) {
        QuarterVisits found = quarters[index];
        if (found == null) {
            found = new QuarterVisits();
            quarters[index] = found;
        }
        return found;
    }
}
