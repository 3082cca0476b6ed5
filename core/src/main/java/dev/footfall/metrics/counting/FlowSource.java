package dev.footfall.metrics.counting;

import dev.footfall.measurement.Basis;
import dev.footfall.metrics.beam.Undercount;
import dev.footfall.metrics.grid.FlowGrid;
import org.jspecify.annotations.Nullable;

/** Something that tells how many people passed a line. Amounts are half people, because a plain beam counts those. */
public interface FlowSource {
    /** The people per second, or null while there are none to tell. */
    @Nullable
    FlowGrid grid();

    /** Half people per count in the grid: 2, or 1 for the breaks of a beam; negative for staff, who are taken off the others. */
    int halves();

    /** The people it could not see during the seconds [from, to), where there is a model of that; otherwise null. */
    default @Nullable Undercount undercount(int from, int to) {
        return null;
    }

    /** True if these are the staff among the people whom others count, and there are any to tell. */
    default boolean tellsStaff() {
        return halves() < 0 && grid() != null;
    }

    /** What its counts rest on. */
    default Basis basis() {
        return Basis.COUNTER;
    }
}
