package dev.footfall.metrics.counting;

import dev.footfall.metrics.beam.BeamSettings;
import dev.footfall.metrics.beam.Side;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.observation.Fact;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The counting lines of one sensor. Lines appear when they first count. */
public final class SensorLines {
    /** People per second that can pass one metre of door. */
    private static final double PER_SECOND_AND_METRE = 2;

    /** A device that names more lines than this is broken or hostile: the rest count as one line. */
    private static final int MOST_LINES = 64;

    private static final String THE_REST = "\u2026";

    /** Option of every sensor: lines that count staff alone. */
    private static final String STAFF_LINES = "staff-lines";

    /** A line and the entrance it counts at, once for all people and once for the staff among them. */
    private record Place(String line, String entrance, boolean staff) {
        String counter() {
            return (staff ? "staff " : "all ") + entrance;
        }
    }

    private final WatchedSensor sensor;
    private final Perimeter perimeter;
    private final DaySeconds day;
    private final Dirty dirty;
    private final boolean invert;
    private final Set<String> staffLines;
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
        this.staffLines = names(sensor.config().options().getOrDefault(STAFF_LINES, ""));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Counts a crossing at the day's millisecond; nothing happens if it belongs to no entrance.
     *
     * @param staff true if it tells of the staff among the people
     */
    public void add(String line, long at, Fact.Crossing crossing, boolean staff) {
        EntranceCounts named = crossing.entrance() == null ? null : perimeter.entrance(crossing.entrance());
        EntranceCounts entrance = named == null ? own : named;
        if (entrance != null) {
            Place place = place(line, entrance, staff);
            LineCounts counts = counts(place, entrance);
            counts.add(at, crossing);
            anySeen |= crossing.kind() == Fact.Kind.SEEN;
            settle(place, counts);
        }
    }

    /** Adds a counter's reading at the day's millisecond; nothing happens if the sensor has no entrance. */
    public void add(String line, long at, Fact.Counter reading, boolean staff) {
        if (own != null) {
            Place place = place(line, own, staff);
            LineCounts counts = counts(place, own);
            counts.add(at, reading);
            settle(place, counts);
        }
    }

    /** The first line that counts at an entrance takes the place of all that was only seen there. */
    private void settle(Place place, LineCounts counts) {
        if (counts.counted() != null && counting.add(place.counter()) && anySeen) {
            dirty.recount();
        }
    }

    private Place place(String line, EntranceCounts entrance, boolean staff) {
        boolean ofStaff = staff || staffLines.contains(line);
        Place last = lastPlace;
        return last != null && last.staff == ofStaff && last.line.equals(line) && last.entrance.equals(entrance.id())
                ? last
                : new Place(line, entrance.id(), ofStaff);
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

    private LineCounts counts(Place place, EntranceCounts entrance) {
        LineCounts same = lastCounts;
        if (place.equals(lastPlace) && same != null) {
            return same;
        }
        LineCounts known = lines.get(place);
        if (known == null) {
            Place opened = lines.size() < MOST_LINES ? place : new Place(THE_REST, entrance.id(), place.staff);
            known = lines.computeIfAbsent(opened, name -> open(name, entrance));
        }
        lastPlace = place;
        lastCounts = known;
        return known;
    }

    private LineCounts open(Place place, EntranceCounts entrance) {
        LineCounts counts = new LineCounts(
                day,
                dirty,
                new LineCounts.Way(invert, place.staff),
                PER_SECOND_AND_METRE * entrance.widthM(),
                sensor.life().holdsMillis(),
                () -> counting.contains(place.counter()));
        entrance.feedFrom(sensor.life(), counts, isBackup);
        return counts;
    }

    /** Sees one line's last counter reading. */
    @FunctionalInterface
    public interface ReadingSeen {
        void reading(String line, long at, Fact reading);
    }

    /** Shows the last reading of every counter. */
    public void lastReadings(ReadingSeen seen) {
        lines.forEach((place, counts) -> {
            LineCounts.Given last = counts.lastReading();
            if (last != null) {
                boolean told = place.staff && !staffLines.contains(place.line);
                seen.reading(place.line, last.at(), told ? new Fact.OfStaff(last.reading()) : last.reading());
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
                counter.implausible((reading, why) -> seen.jump(
                        new QuarantinedJump(sensor.id(), place.line, day.instantOfMillis(reading.at()), why)));
            }
        });
    }
}
