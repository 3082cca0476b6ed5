package dev.footfall.metrics.counting;

import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.Sensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store's entrances. In a store that configures none there is one without a name, and whatever sensors count belongs
 * to it.
 */
public final class Perimeter {
    private static final double UNKNOWN_WIDTH_M = 1;

    private final StoreConfig config;
    private final DaySeconds day;
    private final Dirty dirty;
    private final Map<String, EntranceCounts> entrances = new LinkedHashMap<>();

    public Perimeter(StoreConfig config, DaySeconds day, Dirty dirty) {
        this.config = config;
        this.day = day;
        this.dirty = dirty;
        for (Entrance entrance : config.entrances()) {
            double width = entrance.widthM() > 0 ? entrance.widthM() : UNKNOWN_WIDTH_M;
            entrances.put(entrance.id(), new EntranceCounts(entrance.id(), width, entrance.countBasis()));
        }
        if (entrances.isEmpty()) {
            entrances.put(EntranceCounts.ONLY, new EntranceCounts(EntranceCounts.ONLY, UNKNOWN_WIDTH_M, CountBasis.IN));
        }
    }

    /** Gives the sensor its lines, and its entrance a sensor to watch. */
    public SensorLines linesOf(WatchedSensor sensor) {
        EntranceCounts own = entranceOf(sensor.config());
        boolean isBackup = standsIn(sensor.config());
        if (own != null && sensor.config().entrance() != null) {
            own.watchedBy(sensor.life(), isBackup);
        }
        return new SensorLines(sensor, this, day, dirty, own, isBackup);
    }

    private @Nullable EntranceCounts entranceOf(Sensor sensor) {
        EntranceCounts only = entrances.get(EntranceCounts.ONLY);
        return only != null ? only : sensor.entrance() == null ? null : entrances.get(sensor.entrance());
    }

    /** A backup at an entrance that has nothing else counts like any sensor. */
    private boolean standsIn(Sensor sensor) {
        return backup(sensor)
                && config.sensors().stream().anyMatch(other -> !backup(other) && sameEntrance(other, sensor));
    }

    /** Whether a sensor's silence changes what counts at its entrance. */
    public boolean isStoodInFor(Sensor sensor) {
        return !backup(sensor)
                && config.sensors().stream().anyMatch(other -> backup(other) && sameEntrance(other, sensor));
    }

    private static boolean backup(Sensor sensor) {
        return "backup".equals(sensor.options().get("role"));
    }

    private static boolean sameEntrance(Sensor a, Sensor b) {
        return a.entrance() != null && a.entrance().equals(b.entrance());
    }

    public @Nullable EntranceCounts entrance(String id) {
        return entrances.get(id);
    }

    /** The entrances that something counts at, or could. */
    List<EntranceCounts> counted() {
        return entrances.values().stream().filter(EntranceCounts::hasSource).toList();
    }

    /** True if staff are told apart anywhere. */
    boolean tellsStaff() {
        return entrances.values().stream().anyMatch(EntranceCounts::tellsStaff);
    }

    /** Half staff in and out per second of a quarter. */
    void fillStaff(int quarter, int[] in, int[] out) {
        Arrays.fill(in, 0);
        Arrays.fill(out, 0);
        for (EntranceCounts entrance : entrances.values()) {
            entrance.fillStaff(quarter, in, out);
        }
    }

    /** Half people in and out per second of a quarter. */
    void fill(int quarter, int[] in, int[] out) {
        Arrays.fill(in, 0);
        Arrays.fill(out, 0);
        for (EntranceCounts entrance : entrances.values()) {
            entrance.fill(quarter, in, out);
        }
    }

    /** People in and out through all entrances during the seconds [from, to). */
    Passed passed(int from, int to) {
        return entrances.values().stream()
                .map(entrance -> entrance.passed(from, to))
                .reduce(Passed.NONE, Passed::plus);
    }

    /** The second after the last in which anyone passed, or the day's first. */
    int lastPassage() {
        int[] in = new int[DaySeconds.QUARTER];
        int[] out = new int[DaySeconds.QUARTER];
        for (int quarter = day.quarters() - 1; quarter >= 0; quarter--) {
            fill(quarter, in, out);
            for (int i = DaySeconds.QUARTER - 1; i >= 0; i--) {
                if ((in[i] | out[i]) != 0) {
                    return quarter * DaySeconds.QUARTER + i + 1;
                }
            }
        }
        return day.first();
    }
}
