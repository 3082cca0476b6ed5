package dev.footfall.metrics;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.metrics.counting.DoorFigures;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.counting.Perimeter;
import dev.footfall.metrics.counting.PerimeterRows;
import dev.footfall.metrics.counting.QuarantinedJump;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One business day of one store: its observations in, in any order; its measurements out, at any time. What was added can
 * not be taken out; a day is corrected by folding it again. Single-threaded.
 */
public final class DayFold {
    private static final int HOUR_SECONDS = 3600;

    private final DaySeconds day;
    private final Dirty dirty = new Dirty();
    private final Map<SensorId, SensorFold> sensors = new HashMap<>();
    private final Perimeter perimeter;
    private final PerimeterRows doors;
    private int firstSecond = Integer.MAX_VALUE;
    private int lastEvaluated = -1;

    /** @param learned how the counters err, from earlier days */
    public DayFold(StoreConfig config, BusinessDay businessDay, LearnedFactors learned) {
        this.day = new DaySeconds(businessDay);
        StoreCalendar calendar = config.calendar();
        Coverage coverage = new Coverage(day, calendar);
        this.perimeter = new Perimeter(config, day, dirty);
        this.doors = new PerimeterRows(day, perimeter, coverage, learned, dirty);
        for (Sensor sensor : config.sensors()) {
            long holds = 2 * sensor.expectEvery().toSeconds();
            WatchedSensor watched = new WatchedSensor(sensor, new Liveness(sensor.id(), day, dirty, holds));
            sensors.put(sensor.id(), new SensorFold(watched, perimeter.linesOf(watched)));
        }
    }

    public BusinessDay day() {
        return day.day();
    }

    /**
     * The moment that decides to which business day an observation belongs: its own, but for the count of a window just
     * before its end, so that a window that ends with the day belongs to the day.
     */
    public static Instant belongsAt(Observation o) {
        return o.fact() instanceof Fact.Crossing crossing && crossing.spanMillis() > 0 ? o.at().minusMillis(1) : o.at();
    }

    /**
     * Adds an observation of this day, or one flagged {@link Flag#CARRIED} from before it. Those of sensors that are not
     * configured change nothing.
     *
     * @throws IllegalArgumentException if it belongs to another day
     */
    public void add(Observation o) {
        SensorFold sensor = sensors.get(o.sensor());
        if (sensor == null) {
            return;
        }
        long at = day.millis(o.at());
        if (o.has(Flag.CARRIED)) {
            addCarried(sensor, o, at);
            return;
        }
        long belongs = o.fact() instanceof Fact.Crossing crossing && crossing.spanMillis() > 0 ? at - 1 : at;
        if (belongs < day.first() * 1000L || belongs >= day.end() * 1000L) {
            throw new IllegalArgumentException("observation at [" + o.at() + "] is not of the business day "
                    + day.day().date());
        }
        firstSecond = Math.min(firstSecond, day.secondOf(at));
        if (o.fact() instanceof Fact.Offline) {
            sensor.watched().life().farewell(at);
        } else {
            sensor.watched().life().heard(at);
            fold(sensor, o, at);
        }
    }

    private void addCarried(SensorFold sensor, Observation o, long at) {
        if (o.fact() instanceof Fact.Heartbeat) {
            sensor.watched().life().heard(at);
        } else {
            fold(sensor, o, at);
        }
    }

    private void fold(SensorFold sensor, Observation o, long at) {
        switch (o.fact()) {
            case Fact.Crossing crossing -> sensor.lines().add(o.line(), at, crossing);
            case Fact.Counter reading -> sensor.lines().add(o.line(), at, reading);
            case Fact.Sighting life -> {}
            case Fact.Position life -> {}
            case Fact.Presence life -> {}
            case Fact.ZoneLevel life -> {}
            case Fact.Vehicle life -> {}
            case Fact.Parked life -> {}
            case Fact.Bay life -> {}
            case Fact.Sale life -> {}
            case Fact.Staff life -> {}
            case Fact.Heartbeat life -> {}
            case Fact.Offline life -> {}
        }
    }

    /**
     * The next day's opening balance, flagged {@link Flag#CARRIED} with original times: last reading of every counter, and
     * the last sign of life of every sensor that is still live at the day's end. If late data change this day, carry
     * again: what is newer wins in the next day.
     */
    public List<Observation> carry() {
        List<Observation> carried = new ArrayList<>();
        for (SensorFold sensor : sensors.values()) {
            SensorId id = sensor.watched().id();
            sensor.lines()
                    .lastReadings((line, at, reading) -> carried.add(
                            new Observation(id, day.instantOfMillis(at), line, Flag.CARRIED.bit(), reading)));
            sensor.watched()
                    .life()
                    .lastHeardIfAliveAtEnd()
                    .ifPresent(second -> carried.add(
                            new Observation(id, day.instant(second), "", Flag.CARRIED.bit(), Fact.Heartbeat.BARE)));
        }
        return carried;
    }

    /** The first quarter in which anything was heard that day. */
    public Optional<Window> firstData() {
        return firstSecond == Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(day.quarter(firstSecond / DaySeconds.QUARTER));
    }

    /**
     * Quarters whose rows may have changed since the last call, in order: those that something was added to and, where it
     * has effects ever after, all later ones up to the last for which rows were asked.
     */
    public List<Window> drainDirty() {
        return dirty.drain(lastEvaluated).stream().mapToObj(day::quarter).toList();
    }

    /** All metric rows of a window within the day, revision 0; none for a window that has not begun. */
    public List<Measurement> rows(Grain grain, Window window, Horizon horizon) {
        RowSpan span = span(grain, window, horizon);
        if (span.seconds() <= 0) {
            return List.of();
        }
        lastEvaluated = Math.max(lastEvaluated, (span.to() - 1) / DaySeconds.QUARTER);
        Rows rows = new Rows(span);
        doors.addTo(rows);
        return rows.list();
    }

    private RowSpan span(Grain grain, Window window, Horizon horizon) {
        int from = day.border(window.start());
        int end = day.border(window.end());
        int to = horizon.dayClosed() ? end : Math.min(end, day.border(horizon.now()));
        return new RowSpan(grain, window, from, to, end, horizon.dayClosed());
    }

    /** The store at a moment of this day, as if nothing later were known but, if the day is closed, its balance. */
    public Figures figuresAt(Instant at, boolean dayClosed) {
        return figuresAt(at, dayClosed, null);
    }

    /** @param previous the fold of the day before, for an hour that reaches back into it */
    public Figures figuresAt(Instant at, boolean dayClosed, @Nullable DayFold previous) {
        int to = Math.max(day.first() + 1, day.border(at.plusMillis(999)));
        DoorFigures figures = new DoorFigures(doors, day.first(), to, dayClosed);
        return new Figures(
                figures.footfall(),
                figures.occupancy(),
                figures.raw(),
                arrivals(to, dayClosed, previous),
                figures.dwell(),
                List.of());
    }

    private Figure arrivals(int to, boolean dayClosed, @Nullable DayFold previous) {
        int from = Math.max(day.first(), to - HOUR_SECONDS);
        Doors recent = doors.doors(from, to, to, dayClosed);
        int missing = HOUR_SECONDS - (to - from);
        if (previous == null || missing == 0) {
            return DoorFigures.arrivals(recent, null, to - from, 0);
        }
        int end = previous.day.end();
        Doors before = previous.doors.doors(Math.max(previous.day.first(), end - missing), end, end, true);
        return DoorFigures.arrivals(recent, before, to - from, missing);
    }

    /** The day's crossings so far, for learning. */
    public DayTotals totals() {
        return doors.totals();
    }

    /** Counter steps that cannot be people and were left out, in no particular order. */
    public List<QuarantinedJump> quarantinedJumps() {
        List<QuarantinedJump> jumps = new ArrayList<>();
        sensors.values().forEach(sensor -> sensor.lines().jumps(jumps::add));
        return jumps;
    }
}
