package dev.footfall.metrics.counting;

import dev.footfall.measurement.Basis;
import dev.footfall.metrics.beam.Undercount;
import dev.footfall.metrics.coverage.Life;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.Lives;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.reason.CountReason.CountedFor;
import dev.footfall.reason.Reason;
import dev.footfall.store.StoreConfig.CountBasis;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that passes one entrance. Its sensors share its leaves and are added up; in the seconds in which one of them is silent, what
 * backups count there takes the place of it all.
 */
public final class EntranceCounts {

    /** The id of the one entrance of a store that configures none. */
    public static final String ONLY = "";

    private final String id;
    private final double widthM;
    private final CountBasis basis;
    private final Watch own = new Watch();
    private final Watch backup = new Watch();

    /** Sensors and what they count. */
    private static final class Watch {
        private final Map<Liveness, List<FlowSource>> sources = new TreeMap<>(Liveness.BY_SENSOR);
        private final List<FlowSource> shared = new ArrayList<>();

        List<FlowSource> of(Liveness sensor) {
            return sources.computeIfAbsent(sensor, ignored -> new ArrayList<>());
        }

        Stream<FlowSource> all() {
            return Stream.concat(sources.values().stream().flatMap(List::stream), shared.stream());
        }
    }

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

    /** Adds what several sensors count together, for example a line on the floor. */
    public void feedFrom(FlowSource source) {
        own.shared.add(source);
    }

    /** Adds what a sensor counts. */
    public void feedFrom(Liveness sensor, FlowSource source, boolean isBackup) {
        watch(isBackup).of(sensor).add(source);
    }

    /** Adds a sensor, whether or not it has counted anything. */
    public void watchedBy(Liveness sensor, boolean isBackup) {
        watch(isBackup).of(sensor);
    }

    private Watch watch(boolean isBackup) {
        return isBackup ? backup : own;
    }

    /** Those it takes to tell everything, each with the backups that stand in for it. */
    Collection<? extends Life> sensors() {
        Set<Liveness> needed = own.sources.keySet();
        Set<Liveness> spare = backup.sources.keySet();
        return spare.isEmpty()
                ? needed
                : needed.stream().map(sensor -> Lives.stoodInFor(sensor, spare)).toList();
    }

    boolean hasSource() {
        return !own.sources.isEmpty() || !own.shared.isEmpty();
    }

    /** What the counts of the seconds [from, to) rest on: what its lines do, or several things. */
    Basis measuredBy(int from, int to) {
        if (!standingIn(from, to).isEmpty()) {
            return Basis.FUSED;
        }
        return own.all()
                .map(FlowSource::basis)
                .reduce((a, b) -> a == b ? a : Basis.FUSED)
                .orElse(Basis.COUNTER);
    }

    /** Who counted for whom during the seconds [from, to), or null if nobody had to. */
    @Nullable
    Reason substitution(int from, int to) {
        if (standingIn(from, to).isEmpty()) {
            return null;
        }
        String silent = names(own.sources.keySet().stream().filter(sensor -> sensor.live(from, to) < to - from));
        return new CountedFor(names(backup.sources.keySet().stream()), silent);
    }

    private static String names(Stream<Liveness> sensors) {
        return sensors.map(sensor -> sensor.sensor().value()).collect(Collectors.joining(", "));
    }

    /** The seconds of [from, to) in which a sensor is silent and a backup is not; bit 0 is the first of them. */
    private BitSet standingIn(int from, int to) {
        if (backup.sources.isEmpty() || to <= from) {
            return new BitSet();
        }
        BitSet seconds = Lives.any(backup.sources.keySet(), from, to);
        seconds.and(Lives.anySilent(own.sources.keySet(), from, to));
        return seconds;
    }

    /** People in and out during the seconds [from, to). */
    Passed passed(int from, int to) {
        BitSet standingIn = standingIn(from, to);
        if (standingIn.isEmpty()) {
            return sum(own.all().toList(), from, to);
        }
        Passed passed = Passed.NONE;
        int at = from;
        while (at < to) {
            boolean spare = standingIn.get(at - from);
            int change = spare ? standingIn.nextClearBit(at - from) : standingIn.nextSetBit(at - from);
            int end = change < 0 ? to : Math.min(to, from + change);
            passed = passed.plus(sum(watch(spare).all().toList(), at, end));
            at = end;
        }
        return passed;
    }

    /** True if staff are told apart here. */
    boolean tellsStaff() {
        return own.all().anyMatch(FlowSource::tellsStaff) || backup.all().anyMatch(FlowSource::tellsStaff);
    }

    /** The staff among the people in and out during the seconds [from, to); they are not in {@link #passed}. */
    Passed staff(int from, int to) {
        long[] sum = new long[2];
        own.all().filter(FlowSource::tellsStaff).forEach(source -> {
            FlowGrid grid = source.grid();
            if (grid != null) {
                sum[0] -= source.halves() * grid.in(from, to);
                sum[1] -= source.halves() * grid.out(from, to);
            }
        });
        return new Passed(sum[0], sum[1], 0, false, true, null);
    }

    private static Passed sum(List<FlowSource> sources, int from, int to) {
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
        // staff told a moment before the people they are among must not make a window's people fewer than none
        return new Passed(Math.max(0, in), Math.max(0, out), beam, undirected, directed, hidden);
    }

    /** Adds half staff in and out per second of a quarter. */
    void fillStaff(int quarter, int[] in, int[] out) {
        own.all().filter(FlowSource::tellsStaff).forEach(source -> {
            FlowGrid grid = source.grid();
            if (grid != null) {
                grid.addQuarter(quarter, -source.halves(), in, out);
            }
        });
    }

    /** Adds half people in and out per second of a quarter, without staff. */
    void fill(int quarter, int[] in, int[] out) {
        int from = quarter * DaySeconds.QUARTER;
        BitSet standingIn = standingIn(from, from + DaySeconds.QUARTER);
        if (standingIn.isEmpty()) {
            fill(own, quarter, in, out);
            return;
        }
        int[][] by = new int[4][DaySeconds.QUARTER];
        fill(own, quarter, by[0], by[1]);
        fill(backup, quarter, by[2], by[3]);
        for (int i = 0; i < DaySeconds.QUARTER; i++) {
            int spare = standingIn.get(i) ? 2 : 0;
            in[i] += by[spare][i];
            out[i] += by[spare + 1][i];
        }
    }

    private static void fill(Watch watch, int quarter, int[] in, int[] out) {
        watch.all().forEach(source -> {
            FlowGrid grid = source.grid();
            if (grid != null) {
                grid.addQuarter(quarter, source.halves(), in, out);
            }
        });
    }

    /**
     * What each sensor that was live throughout the seconds [from, to) counted, beside what the others led to expect: those that
     * see the same people where there are backups, else its neighbours.
     */
    List<SensorShare> shares(int from, int to) {
        List<SensorShare> shares = new ArrayList<>();
        boolean hasBackup = !backup.sources.isEmpty();
        for (boolean spare : new boolean[] {false, true}) {
            watch(spare).sources.forEach((sensor, sources) -> {
                Stream<FlowSource> others = hasBackup
                        ? watch(!spare).all()
                        : own.sources.entrySet().stream()
                                .filter(other -> other.getKey() != sensor)
                                .flatMap(other -> other.getValue().stream());
                if (sensor.live(from, to) == to - from) {
                    shares.add(new SensorShare(
                            sensor.sensor(), people(sources.stream(), from, to), people(others, from, to)));
                }
            });
        }
        return shares;
    }

    private static double people(Stream<FlowSource> sources, int from, int to) {
        Passed passed = sum(sources.toList(), from, to);
        return passed.in() + passed.out();
    }
}
