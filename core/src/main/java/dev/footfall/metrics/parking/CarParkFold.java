package dev.footfall.metrics.parking;

import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.observation.Fact.Direction;
import dev.footfall.observation.Identity;
import dev.footfall.observation.SensorId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One car park on one day. An absolute count sets the level and gates move it until the next; without counts, bays are
 * added up; without either, the gates alone carry on from the level of the day before, or from 0.
 */
final class CarParkFold {

    /** Bay names are the sensor's own. */
    record Place(SensorId sensor, String line, String bay) {}

    /** Bays beyond this number are broken names, not bays. */
    private static final int MOST_BAYS = 10_000;

    private final String id;
    private final DaySeconds day;
    private final Dirty dirty;
    private final FlowGrid gates;
    private final Stays stays = new Stays();
    private final LevelStream counts = new LevelStream();
    private final Map<Place, LevelStream> bays = new LinkedHashMap<>();
    private final Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);
    private boolean passed;
    private long lastGateMillis;
    private boolean counted;

    CarParkFold(String id, DaySeconds day, Dirty dirty) {
        this.id = id;
        this.day = day;
        this.dirty = dirty;
        this.gates = new FlowGrid(day);
    }

    String id() {
        return id;
    }

    Set<Liveness> sensors() {
        return sensors;
    }

    void pass(long millis, Direction direction, @Nullable Identity plate) {
        boolean in = direction == Direction.IN;
        if (plate != null) {
            stays.pass(millis, direction, plate);
        }
        passed = true;
        lastGateMillis = Math.max(lastGateMillis, millis);
        int second = day.secondOf(millis);
        gates.add(second, in ? 1 : 0, in ? 0 : 1);
        dirty.from(second);
    }

    void count(long millis, int vehicles) {
        counts.add(millis, vehicles);
        counted |= millis >= day.first() * 1000L;
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
        return passed || !counts.isEmpty() || !bays.isEmpty();
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
        return Math.max(passed ? lastGateMillis : Long.MIN_VALUE, last < 0 ? Long.MIN_VALUE : counts.millis(last));
    }

    /** Vehicles present at every second of a quarter, −1 where nothing tells yet. */
    int[] present(int quarter) {
        int[] present = new int[DaySeconds.QUARTER];
        if (byBays()) {
            addUpBays(quarter, present);
        } else {
            followGates(quarter, present);
        }
        return present;
    }

    private void addUpBays(int quarter, int[] present) {
        long zero = 1000L * quarter * DaySeconds.QUARTER;
        boolean[] known = new boolean[present.length];
        for (LevelStream bay : bays.values()) {
            bay.walk(zero, zero + DaySeconds.QUARTER * 1000L, (from, to, level) -> {
                for (int i = (int) Math.ceilDiv(from - zero, 1000L); 1000L * i < to - zero; i++) {
                    present[i] += level;
                    known[i] = true;
                }
            });
        }
        for (int i = 0; i < present.length; i++) {
            present[i] = known[i] ? present[i] : -1;
        }
    }

    private void followGates(int quarter, int[] present) {
        int[] in = new int[DaySeconds.QUARTER];
        int[] out = new int[DaySeconds.QUARTER];
        gates.addQuarter(quarter, 1, in, out);
        int start = quarter * DaySeconds.QUARTER;
        int reading = counts.lastBefore(1000L * start);
        long level = reading < 0 ? 0 : counts.level(reading);
        int since = reading < 0 ? day.first() : day.secondOf(counts.millis(reading)) + 1;
        if (reading >= 0 && counts.millis(reading) < day.first() * 1000L) {
            since = day.first();
        }
        level += gates.in(since, Math.max(since, start)) - gates.out(since, Math.max(since, start));
        boolean known = reading >= 0 || passed;
        for (int i = 0; i < present.length; i++) {
            level += in[i] - out[i];
            while (reading + 1 < counts.size() && counts.millis(reading + 1) < 1000L * (start + i + 1)) {
                reading++;
                level = counts.level(reading);
                known = true;
            }
            present[i] = known ? (int) Math.max(0, level) : -1;
        }
    }
}
