package dev.footfall.metrics.space;

import dev.footfall.measurement.Basis;
import dev.footfall.metrics.counting.FlowSource;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.store.StoreConfig.Line;
import org.jspecify.annotations.Nullable;

/** Tracks across one line; forward is in. */
final class LineTally implements FlowSource {
    private final Line line;
    private final DaySeconds day;
    private final Dirty dirty;
    private final FlowGrid grid;
    private final FlowGrid staff;
    private final double length;
    private boolean anyStaff;

    LineTally(Line line, DaySeconds day, Dirty dirty) {
        this.line = line;
        this.day = day;
        this.dirty = dirty;
        this.grid = new FlowGrid(day);
        this.staff = new FlowGrid(day);
        this.length = Math.hypot(
                line.to().x() - line.from().x(), line.to().y() - line.from().y());
    }

    String id() {
        return line.id();
    }

    /** Signed distance from the line, prolonged at both ends: metres, positive on the side that forward leads to. */
    double side(double x, double y) {
        double s = (line.to().x() - line.from().x()) * (y - line.from().y())
                - (line.to().y() - line.from().y()) * (x - line.from().x());
        return length == 0 ? 0 : s / length;
    }

    /** True if the point, known to be on the prolonged line, lies between the line's ends. */
    boolean spans(double x, double y) {
        double along = (line.to().x() - line.from().x()) * (x - line.from().x())
                + (line.to().y() - line.from().y()) * (y - line.from().y());
        return along >= 0 && along <= length * length;
    }

    /**
     * Counts a crossing.
     *
     * @param count 1, or −1 to take a crossing back
     * @param byStaff true if a member of staff crossed
     */
    void crossed(boolean forward, long micros, int count, boolean byStaff) {
        int second = day.secondOf(micros / 1000);
        grid.add(second, forward ? count : 0, forward ? 0 : count);
        if (byStaff) {
            anyStaff = true;
            staff.add(second, forward ? count : 0, forward ? 0 : count);
        }
        if (line.entrance() == null) {
            dirty.within(second, second);
        } else {
            dirty.flow(second);
        }
    }

    /** Visitors across the line forward during the seconds [from, to). */
    long forward(int from, int to) {
        return grid.in(from, to) - staff.in(from, to);
    }

    /** The same backward. */
    long backward(int from, int to) {
        return grid.out(from, to) - staff.out(from, to);
    }

    /** The staff among those who crossed. */
    FlowSource staff() {
        return new Staff();
    }

    private final class Staff implements FlowSource {
        @Override
        public @Nullable FlowGrid grid() {
            return anyStaff ? staff : null;
        }

        @Override
        public int halves() {
            return -2;
        }

        @Override
        public Basis basis() {
            return Basis.CAMERA;
        }
    }

    @Override
    public FlowGrid grid() {
        return grid;
    }

    @Override
    public int halves() {
        return 2;
    }

    @Override
    public Basis basis() {
        return Basis.CAMERA;
    }
}
