package dev.footfall.metrics.space;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.EntranceCounts;
import dev.footfall.metrics.counting.Perimeter;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.observation.Fact;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Everything on the floor plan on one day. */
public final class Space {
    private record Stream(Liveness sensor, int zone) {}

    /** Sees the last count of one level. */
    @FunctionalInterface
    public interface LevelSeen {
        void level(Liveness sensor, String zone, long millis, int count);
    }

    private final List<ZoneTally> zones = new ArrayList<>();
    private final Map<String, Integer> zoneIndex = new HashMap<>();
    private final List<LineTally> lines = new ArrayList<>();
    private final List<EntranceCounts> trackedEntrances = new ArrayList<>();
    private final Map<Stream, ZoneLevels> levels = new LinkedHashMap<>();
    private final Set<Liveness> trackers = new TreeSet<>(Liveness.BY_SENSOR);
    private final Transitions transitions;
    private final Tracks tracks;
    private final Presences presences;
    private final HeatMap heat;
    private final Dirty dirty;

    public Space(StoreConfig config, DaySeconds day, Dirty dirty, Perimeter perimeter) {
        this.dirty = dirty;
        for (Zone zone : config.zones()) {
            zoneIndex.put(zone.id(), zones.size());
            zones.add(new ZoneTally(zone, day, dirty));
        }
        for (Line line : config.lines()) {
            LineTally tally = new LineTally(line, day, dirty);
            lines.add(tally);
            EntranceCounts entrance = line.entrance() == null ? null : perimeter.entrance(line.entrance());
            if (entrance != null) {
                entrance.feedFrom(tally);
                entrance.feedFrom(tally.staff());
                trackedEntrances.add(entrance);
            }
        }
        this.transitions = new Transitions(day, dirty);
        this.heat = HeatMap.of(config, day);
        this.tracks = new Tracks(day, dirty, zones, lines, transitions, heat);
        this.presences = new Presences(day, dirty, zones, transitions);
    }

    /** A sensor whose device zones are mapped to ours watches them, whether or not it has spoken. */
    public void watch(WatchedSensor sensor) {
        for (String zone : sensor.config().zones().values()) {
            Integer index = zoneIndex.get(zone);
            if (index != null) {
                zones.get(index).watchedBy(sensor.life());
            }
        }
    }

    /** @param staff true if the person is a member of staff */
    public void add(WatchedSensor sensor, long millis, Fact.Position fix, boolean staff) {
        if (trackers.add(sensor.life())) {
            zones.forEach(zone -> zone.watchedBy(sensor.life()));
            trackedEntrances.forEach(entrance -> entrance.watchedBy(sensor.life(), false));
        }
        tracks.add(sensor.id(), millis * 1000, fix, staff);
    }

    public void add(WatchedSensor sensor, long millis, Fact.Presence presence) {
        BitSet now = new BitSet();
        for (String name : presence.zones()) {
            int zone = zone(sensor, name);
            if (zone >= 0) {
                now.set(zone);
                zones.get(zone).watchedBy(sensor.life());
                if (stream(sensor, zone).repeatsPersons()) {
                    dirty.ever(0);
                }
            }
        }
        presences.add(sensor.id(), millis * 1000, presence.track(), now, presence.ended());
    }

    public void add(WatchedSensor sensor, long millis, Fact.ZoneLevel level) {
        int zone = zone(sensor, level.zone());
        if (zone >= 0) {
            zones.get(zone).watchedBy(sensor.life());
            stream(sensor, zone).add(millis, level.count());
            if (millis >= 0) {
                dirty.from((int) (millis / 1000));
            } else {
                dirty.ever(0);
            }
        }
    }

    private ZoneLevels stream(WatchedSensor sensor, int zone) {
        return levels.computeIfAbsent(new Stream(sensor.life(), zone), stream -> {
            ZoneLevels made = new ZoneLevels(sensor.life());
            zones.get(zone).toldBy(made);
            return made;
        });
    }

    /** The zone's place, by the device's name for it or else our own; −1 if it is none of ours. */
    private int zone(WatchedSensor sensor, String name) {
        String ours = sensor.config().zones().getOrDefault(name, name);
        return zoneIndex.getOrDefault(ours, -1);
    }

    /** Shows the last count of every level, under our name for the zone. */
    public void lastLevels(LevelSeen seen) {
        levels.forEach((stream, level) -> {
            int last = level.levels().size() - 1;
            if (last >= 0) {
                seen.level(
                        stream.sensor,
                        zones.get(stream.zone).id(),
                        level.levels().millis(last),
                        level.levels().level(last));
            }
        });
    }

    /** Fixes and presences left out because they came after later ones of the same track. */
    public long outOfOrder() {
        return tracks.outOfOrder() + presences.outOfOrder();
    }

    /** Person-seconds per cell over the quarters of the seconds [from, to). */
    public HeatSeconds heat(int from, int to) {
        return heat.over(from, to);
    }

    /** How long visits to each watched zone lasted, and how long people were in view, of those begun in [from, end). */
    public List<Stays> stays(int from, int end) {
        List<Stays> stays = new ArrayList<>();
        if (tracked()) {
            double[] bins = tracks.inView().over(from, end);
            stays.add(new Stays(Scope.STORE, Basis.CAMERA, Arrays.stream(bins).sum(), bins));
        }
        for (ZoneTally zone : zones) {
            if (!zone.sensors().isEmpty() && !zone.isForStaff()) {
                stays.add(new Stays(
                        new Scope.Zone(zone.id()),
                        Basis.CAMERA,
                        zone.entries(from, end),
                        zone.stays().over(from, end)));
            }
        }
        return stays;
    }

    List<ZoneTally> zones() {
        return zones;
    }

    List<LineTally> lines() {
        return lines;
    }

    Transitions transitions() {
        return transitions;
    }

    /** People in a zone at a moment close to now. */
    int present(int zone, long millis) {
        int second = (int) Math.floorDiv(millis, 1000L);
        return tracks.present(zone, millis * 1000)
                + presences.present(zone, millis * 1000)
                + zones.get(zone).levelNow(second);
    }

    /**
     * Person-microseconds of visitors in the quarters of [from, end): tracks, and zone counts held until {@code to}.
     */
    long stayed(int from, int to, int end) {
        long counted = levels.entrySet().stream()
                .filter(entry -> !zones.get(entry.getKey().zone).isForStaff())
                .mapToLong(entry -> entry.getValue().stayed(from, to))
                .sum();
        return tracks.walked(from, end) + presences.stayed(from, end) + counted;
    }

    boolean tracked() {
        return !trackers.isEmpty();
    }

    Set<Liveness> trackers() {
        return trackers;
    }
}
