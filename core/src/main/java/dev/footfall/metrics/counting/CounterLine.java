package dev.footfall.metrics.counting;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One cumulative counter over one day: readings in device time, one per second at most, and the people between them. A
 * reading that arrives late splits the step it falls into.
 */
final class CounterLine {
    private final DaySeconds day;
    private final Dirty dirty;
    private final double maxPerSecond;
    private final long longestStepMillis;
    private final boolean beam;
    private final List<CounterReading> readings = new ArrayList<>();
    private final FlowGrid grid;
    private int steps;
    private int implausibleSteps;

    /**
     * @param maxPerSecond people per second that can pass the door at all
     * @param longestStepMillis a step longer than this is spread over its span instead of counted at its end
     * @param beam true for breaks without direction: each stands in both columns of the grid
     */
    CounterLine(DaySeconds day, Dirty dirty, double maxPerSecond, long longestStepMillis, boolean beam) {
        this.day = day;
        this.dirty = dirty;
        this.maxPerSecond = maxPerSecond;
        this.longestStepMillis = longestStepMillis;
        this.beam = beam;
        this.grid = new FlowGrid(day);
    }

    void add(CounterReading reading) {
        int place = firstFrom(reading.at());
        int same = sameSecond(place, reading);
        if (same < 0) {
            insert(place, sharingBoot(place, reading));
        } else if (reading.outranks(readings.get(same))) {
            remove(same);
            insert(same, sharingBoot(same, reading));
        }
    }

    /** Index of the first reading at or after the moment; nearly always the end. */
    private int firstFrom(long at) {
        int low = 0;
        int high = readings.size();
        if (high == 0 || readings.get(high - 1).at() < at) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (readings.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int sameSecond(int place, CounterReading reading) {
        if (place < readings.size() && readings.get(place).sameSecondAs(reading)) {
            return place;
        }
        return place > 0 && readings.get(place - 1).sameSecondAs(reading) ? place - 1 : -1;
    }

    /** Readings of one run share one string. */
    private CounterReading sharingBoot(int place, CounterReading reading) {
        String before = place > 0 ? readings.get(place - 1).boot() : null;
        return before != null && before.equals(reading.boot())
                ? new CounterReading(
                        reading.at(), reading.in(), reading.out(), before, reading.width(), reading.uptime())
                : reading;
    }

    private void insert(int place, CounterReading reading) {
        CounterReading before = at(place - 1);
        CounterReading after = at(place);
        apply(before, after, -1);
        readings.add(place, reading);
        apply(before, reading, 1);
        apply(reading, after, 1);
    }

    private void remove(int place) {
        CounterReading before = at(place - 1);
        CounterReading after = at(place + 1);
        CounterReading reading = readings.remove(place);
        apply(before, reading, -1);
        apply(reading, after, -1);
        apply(before, after, 1);
    }

    private @Nullable CounterReading at(int index) {
        return index >= 0 && index < readings.size() ? readings.get(index) : null;
    }

    private void apply(@Nullable CounterReading before, @Nullable CounterReading now, int sign) {
        if (before == null || now == null || now.at() <= day.first() * 1000L) {
            return;
        }
        CounterStep between = CounterStep.between(before, now, maxPerSecond);
        if (between instanceof CounterStep.Implausible) {
            implausibleSteps += sign;
        }
        if (between instanceof CounterStep.Counted step) {
            steps += sign;
            boolean gap = now.at() - before.at() > longestStepMillis;
            // What a counter reads at a moment passed before it, so that a reading on the hour belongs to the hour it
            // ends.
            long from = gap ? before.at() : now.at() - 1;
            grid.spread(from, now.at(), step.in(), beam ? step.in() : step.out(), sign);
            dirty.flow(day.secondOf(from));
        }
    }

    /** The people counted, or null while there is no step between two readings. */
    @Nullable
    FlowGrid grid() {
        return steps > 0 ? grid : null;
    }

    boolean beam() {
        return beam;
    }

    @Nullable
    CounterReading last() {
        return at(readings.size() - 1);
    }

    /** How many steps were left out. */
    int implausibleSteps() {
        return implausibleSteps;
    }

    /** Shows every step that was left out: the reading that jumped, and why. */
    void implausible(BiConsumer<CounterReading, Reason> seen) {
        for (int i = 1; i < readings.size(); i++) {
            CounterReading now = readings.get(i);
            if (now.at() > day.first() * 1000L
                    && CounterStep.between(readings.get(i - 1), now, maxPerSecond)
                            instanceof CounterStep.Implausible jump) {
                seen.accept(now, jump.why());
            }
        }
    }
}
