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

    /** Half people per count in the grid: 2, or 1 for the breaks of a beam. */
    int halves();

    /** The people it could not see during the seconds [from, to), where there is a model of that; otherwise null. */
    default @Nullable Undercount undercount(int from, int to) {
        return null;
    }

    /** What its counts rest on. */
    default Basis basis() {
        return Basis.COUNTER;
    }
}
