package dev.footfall.metrics.counting;

import dev.footfall.measurement.Basis;
import dev.footfall.metrics.beam.Undercount;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.store.StoreConfig.CountBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that passes one entrance. */
public final class EntranceCounts {

    /** The id of the one entrance of a store that configures none. */
    public static final String ONLY = "";

    private final String id;
    private final double widthM;
    private final CountBasis basis;
    private final List<FlowSource> sources = new ArrayList<>();
    private final Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);

    EntranceCounts(String id, double widthM, CountBasis basis) {
        this.id = id;
        this.widthM = widthM;
        this.basis = basis;
    }

    public String id() {
        return id;
    }

    double widthM() {
        return widthM;
    }

    CountBasis basis() {
        return basis;
    }

    public void feedFrom(FlowSource source) {
        sources.add(source);
    }

    public void watchedBy(Liveness sensor) {
        sensors.add(sensor);
    }

    Set<Liveness> sensors() {
        return sensors;
    }

    boolean hasSource() {
        return !sources.isEmpty() || !sensors.isEmpty();
    }

    /** What its counts rest on: what its lines do, or both. */
    Basis measuredBy() {
        return sources.stream()
                .map(FlowSource::basis)
                .reduce((a, b) -> a == b ? a : Basis.FUSED)
                .orElse(Basis.COUNTER);
    }

    /** People in and out during the seconds [from, to). */
    Passed passed(int from, int to) {
        long in = 0;
        long out = 0;
        long beam = 0;
        boolean undirected = false;
        boolean directed = false;
        Undercount hidden = null;
        for (FlowSource source : sources) {
            FlowGrid grid = source.grid();
            Undercount more = source.undercount(from, to);
            if (more != null) {
                hidden = hidden == null ? more : hidden.plus(more);
            }
            if (grid != null) {
                long inHalves = source.halves() * grid.in(from, to);
                in += inHalves;
                out += source.halves() * grid.out(from, to);
                beam += source.halves() == 1 && more == null ? inHalves : 0;
                undirected |= source.halves() == 1;
                directed |= source.halves() == 2;
            }
        }
        return new Passed(in, out, beam, undirected, directed, hidden);
    }

    void fill(int quarter, int[] in, int[] out) {
        for (FlowSource source : sources) {
            FlowGrid grid = source.grid();
            if (grid != null) {
                grid.addQuarter(quarter, source.halves(), in, out);
            }
        }
    }
}
