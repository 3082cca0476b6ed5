package dev.footfall.metrics.counting;

import dev.footfall.metrics.beam.BeamSettings;
import dev.footfall.metrics.beam.Side;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.observation.Fact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The counting lines of one sensor. Lines appear when they first count. */
public final class SensorLines {
    /** People per second that can pass one metre of door. */
    private static final double PER_SECOND_AND_METRE = 2;

    /** A device that names more lines than this is broken or hostile: the rest count as one line. */
    private static final int MOST_LINES = 64;

    private static final String THE_REST = "\u2026";

    /** A line and the entrance it counts at. */
    private record Place(String line, String entrance) {}

    private final WatchedSensor sensor;
    private final Perimeter perimeter;
    private final DaySeconds day;
    private final Dirty dirty;
    private final boolean invert;
    private final @Nullable EntranceCounts own;
    private final boolean isBackup;
    private final Map<Place, LineCounts> lines = new LinkedHashMap<>();
    private final Set<String> counting = new HashSet<>();
    private boolean anySeen;
    private @Nullable BeamCounts beam;
    // Nearly every message is for the line of the one before it.
    private @Nullable Place lastPlace;
    private @Nullable LineCounts lastCounts;

    /**
     * The lines of a sensor.
     *
     * @param isBackup true if what it counts matters only while others are silent
     */
    SensorLines(
            WatchedSensor sensor,
            Perimeter perimeter,
            DaySeconds day,
            Dirty dirty,
            @Nullable EntranceCounts own,
            boolean isBackup) {
        this.sensor = sensor;
        this.perimeter = perimeter;
        this.day = day;
        this.dirty = dirty;
        this.own = own;
        this.isBackup = isBackup;
        this.invert = Boolean.parseBoolean(sensor.config().options().get("invert"));
    }

    /** Counts a crossing at the day's millisecond; nothing happens if it belongs to no entrance. */
    public void add(String line, long at, Fact.Crossing crossing) {
        EntranceCounts named = crossing.entrance() == null ? null : perimeter.entrance(crossing.entrance());
        LineCounts counts = counts(line, named == null ? own : named);
        if (counts != null) {
            counts.add(at, crossing);
            anySeen |= crossing.kind() == Fact.Kind.SEEN;
            settle(named == null ? own : named, counts);
        }
    }

    /** Adds a counter's reading at the day's millisecond; nothing happens if the sensor has no entrance. */
    public void add(String line, long at, Fact.Counter reading) {
        LineCounts counts = counts(line, own);
        if (counts != null) {
            counts.add(at, reading);
            settle(own, counts);
        }
    }

    /** The first line that counts at an entrance takes the place of all that was only seen there. */
    private void settle(@Nullable EntranceCounts entrance, LineCounts counts) {
        if (entrance != null && counts.counted() != null && counting.add(entrance.id()) && anySeen) {
            dirty.recount();
        }
    }

    /** Adds what a beam said at the day's millisecond; nothing happens if the line is no side of a beam. */
    public void add(String line, long at, Fact.Beam said) {
        Side side = Side.named(line).orElse(null);
        if (side == null) {
            return;
        }
        BeamCounts counts = beam;
        if (counts == null) {
            counts = new BeamCounts(
                    day, dirty, invert, BeamSettings.of(sensor.config().options()));
            beam = counts;
            if (own != null) {
                own.feedFrom(sensor.life(), counts, isBackup);
            }
        }
        counts.add(side, at, said);
    }

    /** The sensor's beams, or null if it has none or they have said nothing yet. */
    public @Nullable BeamCounts beam() {
        return beam;
    }

    private @Nullable LineCounts counts(String line, @Nullable EntranceCounts entrance) {
        if (entrance == null) {
            return null;
        }
        Place last = lastPlace;
        if (last != null && last.line.equals(line) && last.entrance.equals(entrance.id())) {
            return lastCounts;
        }
        Place place = new Place(line, entrance.id());
        LineCounts known = lines.get(place);
        if (known == null) {
            Place opened = lines.size() < MOST_LINES ? place : new Place(THE_REST, entrance.id());
            known = lines.computeIfAbsent(opened, name -> open(entrance));
        }
        lastPlace = place;
        lastCounts = known;
        return lastCounts;
    }

    private LineCounts open(EntranceCounts entrance) {
        long hold = sensor.life().holdsMillis();
        LineCounts counts = new LineCounts(
                day,
                dirty,
                invert,
                PER_SECOND_AND_METRE * entrance.widthM(),
                hold,
                () -> counting.contains(entrance.id()));
        entrance.feedFrom(sensor.life(), counts, isBackup);
        return counts;
    }

    /** Sees one line's last counter reading. */
    @FunctionalInterface
    public interface ReadingSeen {
        void reading(String line, long at, Fact.Counter reading);
    }

    /** Shows the last reading of every counter. */
    public void lastReadings(ReadingSeen seen) {
        lines.forEach((place, counts) -> {
            LineCounts.Given last = counts.lastReading();
            if (last != null) {
                seen.reading(place.line, last.at(), last.reading());
            }
        });
    }

    /** Sees one step that was left out. */
    @FunctionalInterface
    public interface JumpSeen {
        void jump(QuarantinedJump jump);
    }

    /** How many counter steps were left out. */
    public int jumpCount() {
        int count = 0;
        for (LineCounts counts : lines.values()) {
            CounterLine counter = counts.counter();
            count += counter == null ? 0 : counter.implausibleSteps();
        }
        return count;
    }

    /** Shows every counter step that was left out. */
    public void jumps(JumpSeen seen) {
        lines.forEach((place, counts) -> {
            CounterLine counter = counts.counter();
            if (counter != null) {
                counter.implausible((reading, reason) -> seen.jump(
                        new QuarantinedJump(sensor.id(), place.line, day.instantOfMillis(reading.at()), reason)));
            }
        });
    }
}
