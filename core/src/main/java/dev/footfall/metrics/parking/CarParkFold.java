package dev.footfall.metrics.parking;

import dev.footfall.metrics.counting.Factors;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.Overnight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One car park on one day. An absolute count sets the level and gates move it until the next; without counts, bays are
 * added up; without either, the gates alone carry on from the level of the day before, or from 0. Where no vehicle stays
 * overnight, or the gates are known to drift, they are corrected as doors are.
 */
final class CarParkFold {

    /** Bay names are the sensor's own. */
    record Place(SensorId sensor, String line, String bay) {}

    /** What one sensor counted. */
    private static final class Lane {
        private int in;
        private int out;
    }

    /** Stands in the place of a line in a level that gates told and that is carried into the next day. */
    static final String BY_GATES = "by gates";

    /** Bays beyond this number are broken names, not bays. */
    private static final int MOST_BAYS = 10_000;

    private final CarPark config;
    private final DaySeconds day;
    private final Dirty dirty;
    private final Supplier<ParkLearned> learned;
    private final FlowGrid gates;
    private final Stays stays = new Stays();
    private final LevelStream counts = new LevelStream();
    private final Map<Place, LevelStream> bays = new LinkedHashMap<>();
    private final Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);
    private final Map<SensorId, Lane> lanes = new LinkedHashMap<>();
    private boolean passed;
    private long lastGateMillis;
    private boolean counted;
    private double carried = Double.NaN;
    private long carriedMillis;

    CarParkFold(CarPark config, DaySeconds day, Dirty dirty, Supplier<ParkLearned> learned) {
        this.config = config;
        this.day = day;
        this.dirty = dirty;
        this.learned = learned;
        this.gates = new FlowGrid(day);
    }

    String id() {
        return config.id();
    }

    Set<Liveness> sensors() {
        return sensors;
    }

    void pass(SensorId sensor, long millis, Direction direction, @Nullable Identity plate) {
        boolean in = direction == Direction.IN;
        if (plate != null) {
            stays.pass(millis, direction, plate);
        }
        Lane lane = lanes.computeIfAbsent(sensor, ignored -> new Lane());
        lane.in += in ? 1 : 0;
        lane.out += in ? 0 : 1;
        passed = true;
        lastGateMillis = Math.max(lastGateMillis, millis);
        int second = day.secondOf(millis);
        gates.add(second, in ? 1 : 0, in ? 0 : 1);
        dirty.from(second);
    }

    void count(String line, long millis, int vehicles) {
        if (millis < day.first() * 1000L && line.equals(BY_GATES)) {
            carried = vehicles;
            carriedMillis = millis;
        } else {
            counts.add(millis, vehicles);
            counted |= millis >= day.first() * 1000L;
        }
        touch(millis);
    }

    void bay(Place place, long millis, boolean occupied) {
        LevelStream known = bays.get(place);
        if (known == null && bays.size() < MOST_BAYS) {
            known = new LevelStream();
            bays.put(place, known);
        }
        if (known != null) {
            known.add(millis, occupied ? 1 : 0);
            touch(millis);
        }
    }

    private void touch(long millis) {
        if (millis < day.first() * 1000L) {
            dirty.ever(day.first());
        } else {
            dirty.from(day.secondOf(millis));
        }
    }

    /** True unless the park is known by its level alone. */
    boolean hasGates() {
        return passed || (!counted && bays.isEmpty());
    }

    /** True if something tells how many vehicles are there. */
    boolean hasLevel() {
        return passed || !counts.isEmpty() || !bays.isEmpty() || !Double.isNaN(opening());
    }

    long in(int from, int to) {
        return gates.in(from, to);
    }

    long out(int from, int to) {
        return gates.out(from, to);
    }

    /** Known stays that ended within the seconds [from, to). */
    Stays.Sum stays(int from, int to) {
        return bays.isEmpty()
                ? stays.byPlates(from * 1000L, to * 1000L)
                : Stays.byBays(bays.values(), from * 1000L, to * 1000L);
    }

    Map<Place, LevelStream> bays() {
        return bays;
    }

    boolean byBays() {
        return counts.isEmpty() && !bays.isEmpty();
    }

    /** When the level last changed or was read. */
    long lastChange() {
        int last = counts.size() - 1;
        long read = last < 0 ? carriedMillis : counts.millis(last);
        return passed ? Math.max(lastGateMillis, read) : read;
    }

    /** True if the level is told by the gates from the day's beginning on. */
    private boolean byGates() {
        return counts.isEmpty() && bays.isEmpty();
    }

    /** True if gates alone tell the level of a car park that is empty when the day begins and ends, or is taken to be. */
    boolean emptiesByGates() {
        ParkLearned known = learned.get();
        return byGates() && (config.overnight() == Overnight.EMPTY || (known.drifts() && known.alike()));
    }

    /** Vehicles at the day's beginning, as far as no count tells them; NaN if nothing does. */
    private double opening() {
        if (emptiesByGates()) {
            return 0;
        }
        ParkLearned known = learned.get();
        double plain = Double.isNaN(carried) && passed ? 0 : carried;
        return byGates() && known.drifts() ? known.opening() : plain;
    }

    /** What passages are multiplied by. */
    Factors factors(boolean dayClosed) {
        ParkLearned known = learned.get();
        if (emptiesByGates()) {
            return dayClosed
                    ? Factors.closed(
                            gates.in(day.first(), day.end()), gates.out(day.first(), day.end()), known.factors())
                    : Factors.running(known.factors());
        }
        return Factors.running(known.drifts() ? known.factors() : LearnedFactors.NONE);
    }

    /** The day so far, for finding what is wrong with the gates. */
    ParkDay told(double completeness) {
        List<ParkDay.Lane> each = new ArrayList<>();
        lanes.forEach((sensor, lane) -> each.add(new ParkDay.Lane(sensor, lane.in, lane.out)));
        int first = counts.firstAt(day.first() * 1000L);
        int last = counts.size() - 1;
        if (first < last) {
            int from = day.secondOf(counts.millis(first)) + 1;
            int to = day.secondOf(counts.millis(last)) + 1;
            return new ParkDay(
                    id(),
                    each,
                    gates.in(from, to),
                    gates.out(from, to),
                    counts.level(last) - counts.level(first),
                    true,
                    completeness);
        }
        long in = gates.in(day.first(), day.end());
        long out = gates.out(day.first(), day.end());
        double change = byBays() ? bayChange() : 0;
        boolean anchored = byBays() ? !Double.isNaN(change) : config.overnight() == Overnight.EMPTY;
        return new ParkDay(id(), each, in, out, anchored ? change : 0, anchored, completeness);
    }

    /** How many more bays are taken at the day's end than at its beginning; NaN if one of them was not known then. */
    private double bayChange() {
        double change = 0;
        for (LevelStream bay : bays.values()) {
            int before = bay.lastBefore(day.first() * 1000L);
            change += before < 0 ? Double.NaN : bay.level(bay.size() - 1) - bay.level(before);
        }
        return change;
    }

    /** The vehicles at every second of a quarter. */
    interface Quarters {
        /** Fills in the level, NaN where nothing tells it, and half the width of its interval. */
        void fill(int quarter, double[] present, double[] halfWidth);
    }

    Quarters level(boolean dayClosed) {
        return byBays()
                ? (quarter, present, halfWidth) -> addUpBays(quarter, present)
                : new GateLevel(day, gates, counts, opening(), factors(dayClosed))::fill;
    }

    /** Vehicles when the day ends, as far as it is known now. */
    int last() {
        double[] present = new double[DaySeconds.QUARTER];
        level(false).fill(day.quarters() - 1, present, new double[DaySeconds.QUARTER]);
        double last = present[(day.end() - 1) % DaySeconds.QUARTER];
        return Double.isNaN(last) ? 0 : (int) Math.round(last);
    }

    /** The name of the line under which that is carried into the next day. */
    String lastBy() {
        return counts.isEmpty() ? BY_GATES : "";
    }

    private void addUpBays(int quarter, double[] present) {
        long zero = 1000L * quarter * DaySeconds.QUARTER;
        boolean[] known = new boolean[present.length];
        Arrays.fill(present, 0);
        for (LevelStream bay : bays.values()) {
            bay.walk(zero, zero + DaySeconds.QUARTER * 1000L, (from, to, level) -> {
                for (int i = (int) Math.ceilDiv(from - zero, 1000L); 1000L * i < to - zero; i++) {
                    present[i] += level;
                    known[i] = true;
                }
            });
        }
        for (int i = 0; i < present.length; i++) {
            present[i] = known[i] ? present[i] : Double.NaN;
        }
    }
}
