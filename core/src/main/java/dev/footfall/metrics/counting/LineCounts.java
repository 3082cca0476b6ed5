package dev.footfall.metrics.counting;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.observation.Fact;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line of one device. If the device describes the same people in several ways, one way counts for the day: windows
 * before counters before single events. Crossings that were only seen count while no line of the sensor counts.
 */
final class LineCounts implements FlowSource {
    private final DaySeconds day;
    private final Dirty dirty;
    private final boolean invert;
    private final boolean staff;
    private final double maxPerSecond;
    private final long longestStepMillis;
    private final BooleanSupplier countedOtherwise;
    private @Nullable FlowGrid intervals;
    private @Nullable FlowGrid events;
    private @Nullable FlowGrid seen;
    private @Nullable CounterLine counter;

    /**
     * What a line counts.
     *
     * @param inverted true if in is out
     * @param staff true if it counts the staff among the people of other lines, who are taken off them
     */
    record Way(boolean inverted, boolean staff) {}

    /** @param countedOtherwise true once any line of the same sensor counts at the same entrance */
    LineCounts(
            DaySeconds day,
            Dirty dirty,
            Way way,
            double maxPerSecond,
            long longestStepMillis,
            BooleanSupplier countedOtherwise) {
        this.day = day;
        this.dirty = dirty;
        this.invert = way.inverted();
        this.staff = way.staff();
        this.maxPerSecond = maxPerSecond;
        this.longestStepMillis = longestStepMillis;
        this.countedOtherwise = countedOtherwise;
    }

    void add(long at, Fact.Crossing crossing) {
        int in = invert ? crossing.out() : crossing.in();
        int out = invert ? crossing.in() : crossing.out();
        if (crossing.kind() == Fact.Kind.INTERVAL) {
            if (intervals == null) {
                intervals = new FlowGrid(day);
                dirty.recount();
            }
            long from = at - Math.max(1, crossing.spanMillis());
            intervals.spread(from, at, in, out, 1);
            dirty.flow(day.secondOf(from));
        } else {
            int second = day.secondOf(at);
            single(crossing.kind()).add(second, in, out);
            dirty.flow(second);
        }
    }

    private FlowGrid single(Fact.Kind kind) {
        if (kind == Fact.Kind.SEEN) {
            seen = seen == null ? new FlowGrid(day) : seen;
            return seen;
        }
        events = events == null ? new FlowGrid(day) : events;
        return events;
    }

    void add(long at, Fact.Counter reading) {
        if (counter == null) {
            counter = new CounterLine(day, dirty, maxPerSecond, longestStepMillis, !reading.directional());
        }
        FlowGrid before = grid();
        boolean swap = invert && reading.directional();
        counter.add(new CounterReading(
                at,
                swap ? reading.outTotal() : reading.inTotal(),
                swap ? reading.inTotal() : reading.outTotal(),
                reading.boot(),
                reading.width(),
                reading.uptimeSeconds()));
        if (grid() != before) {
            dirty.recount();
        }
    }

    /** A counter's reading as the device gave it, at the day's millisecond. */
    record Given(long at, Fact.Counter reading) {}

    /** The last counter reading, or null if there is none. */
    @Nullable
    Given lastReading() {
        CounterReading last = counter == null ? null : counter.last();
        if (counter == null || last == null) {
            return null;
        }
        boolean swap = invert && !counter.beam();
        return new Given(
                last.at(),
                new Fact.Counter(
                        swap ? last.out() : last.in(),
                        swap ? last.in() : last.out(),
                        last.boot(),
                        last.width(),
                        last.uptime(),
                        !counter.beam()));
    }

    @Override
    public @Nullable FlowGrid grid() {
        FlowGrid counted = counted();
        return counted != null || countedOtherwise.getAsBoolean() ? counted : seen;
    }

    /** What the line itself counts, null as long as its people were only seen. */
    @Nullable
    FlowGrid counted() {
        if (intervals != null) {
            return intervals;
        }
        FlowGrid steps = counter == null ? null : counter.grid();
        return steps != null ? steps : events;
    }

    @Override
    public int halves() {
        int halves = counter != null && counter.beam() && grid() == counter.grid() ? 1 : 2;
        return staff ? -halves : halves;
    }

    @Nullable
    CounterLine counter() {
        return counter;
    }
}
