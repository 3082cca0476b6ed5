package dev.footfall.metrics.space;

import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.stay.StayTally;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one day's tracks, presences and levels add up to in one zone. */
final class ZoneTally {
    private final Zone zone;
    private final Polygon polygon;
    private final long engagedMicros;
    private final Dirty dirty;
    private final QuarterSums entries;
    private final QuarterSums engaged;
    private final QuarterSums stayed;
    private final PresentGrid present;
    private final StayTally stays;
    private final @Nullable QueueTally queue;
    private final List<ZoneLevels> levels = new ArrayList<>();
    private final Set<Liveness> sensors = new TreeSet<>(Liveness.BY_SENSOR);

    ZoneTally(Zone zone, DaySeconds day, Dirty dirty) {
        this.zone = zone;
        this.polygon = new Polygon(zone.polygon());
        this.engagedMicros = zone.engagedAfter().toNanos() / 1000;
        this.dirty = dirty;
        this.entries = new QuarterSums(day);
        this.engaged = new QuarterSums(day);
        this.stayed = new QuarterSums(day);
        this.present = new PresentGrid(day);
        this.stays = new StayTally(day);
        this.queue = zone.kind() == ZoneKind.QUEUE ? new QueueTally(day, dirty) : null;
    }

    String id() {
        return zone.id();
    }

    /** True where only staff go: who is here is no visitor. */
    boolean isForStaff() {
        return zone.kind() == ZoneKind.STAFF;
    }

    Polygon polygon() {
        return polygon;
    }

    /** @param count 1, or −1 to take an entry back */
    void entered(long micros, int count) {
        entries.add(micros, count);
        touch(micros);
    }

    /** @param count 1, or −1 to take it back; counted where the stay began */
    void engaged(long enteredMicros, int count) {
        engaged.add(enteredMicros, count);
        touch(enteredMicros);
    }

    boolean isEngagement(long micros) {
        return micros >= engagedMicros;
    }

    void stayed(long fromMicros, long toMicros) {
        stayed.addSpan(fromMicros, toMicros);
        present.add(fromMicros, toMicros);
        touch(fromMicros);
        touch(toMicros);
    }

    private void touch(long micros) {
        int second = (int) Math.floorDiv(micros, 1_000_000L);
        dirty.within(second, second);
    }

    /** Who waits here; null if the zone is no queue. */
    @Nullable
    QueueTally queue() {
        return queue;
    }

    StayTally stays() {
        return stays;
    }

    void watchedBy(Liveness sensor) {
        sensors.add(sensor);
    }

    Set<Liveness> sensors() {
        return sensors;
    }

    void toldBy(ZoneLevels stream) {
        levels.add(stream);
    }

    /** True if part of the entries are a level's upward steps. */
    boolean estimated() {
        return levels.stream().anyMatch(ZoneLevels::counts);
    }

    /** Visits that began in the quarters of [from, to). */
    long entries(int from, int to) {
        return entries.over(from, to)
                + levels.stream().mapToLong(level -> level.stepsUp(from, to)).sum();
    }

    long engaged(int from, int to) {
        return engaged.over(from, to);
    }

    /** Person-microseconds in the quarters of [from, end), levels held until {@code to}. */
    long stayed(int from, int to, int end) {
        return stayed.over(from, end) + levelStayed(from, to);
    }

    /** Person-microseconds told by levels alone. */
    long levelStayed(int from, int to) {
        return levels.stream().mapToLong(level -> level.stayed(from, to)).sum();
    }

    /** People who left by the downward steps of levels. */
    long levelLeft(int from, int to) {
        return levels.stream().mapToLong(level -> level.stepsDown(from, to)).sum();
    }

    /** The most people present at any full second of [from, to). */
    int max(int from, int to) {
        return max(present, from, to);
    }

    /** The same of those who wait, where the zone is a queue. */
    int longestQueue(int from, int to) {
        return queue == null ? 0 : max(queue.present(), from, to);
    }

    private int max(PresentGrid persons, int from, int to) {
        int max = 0;
        int[] seconds = new int[DaySeconds.QUARTER];
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            boolean any = persons.addQuarter(quarter, seconds);
            int start = quarter * DaySeconds.QUARTER;
            for (ZoneLevels level : levels) {
                any |= level.addTo(Math.max(from, start), Math.min(to, start + DaySeconds.QUARTER), start, seconds);
            }
            if (any) {
                int last = Math.min(to - start, DaySeconds.QUARTER);
                for (int i = Math.max(0, from - start); i < last; i++) {
                    max = Math.max(max, seconds[i]);
                }
                java.util.Arrays.fill(seconds, 0);
            }
        }
        return max;
    }

    /** People told by live levels at this second. */
    int levelNow(int second) {
        return levels.stream().mapToInt(level -> level.now(second)).sum();
    }
}
