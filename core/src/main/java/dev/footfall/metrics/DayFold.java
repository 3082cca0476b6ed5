// long because: it names every part of a day once, in the order of the fold
package dev.footfall.metrics;

import dev.footfall.measurement.Measurement;
import dev.footfall.metrics.beam.BeamFinding;
import dev.footfall.metrics.calibration.CalibrationDay;
import dev.footfall.metrics.calibration.CarPeople;
import dev.footfall.metrics.calibration.WifiPeople;
import dev.footfall.metrics.counting.DayTotals;
import dev.footfall.metrics.counting.DoorFigures;
import dev.footfall.metrics.counting.Doors;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.counting.Perimeter;
import dev.footfall.metrics.counting.PerimeterRows;
import dev.footfall.metrics.counting.QuarantinedJump;
import dev.footfall.metrics.counting.SensorShare;
import dev.footfall.metrics.coverage.Condition;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.parking.ParkDay;
import dev.footfall.metrics.parking.Parking;
import dev.footfall.metrics.place.ZonesByWifi;
import dev.footfall.metrics.radio.Radio;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.sales.Sales;
import dev.footfall.metrics.sales.StaffHours;
import dev.footfall.metrics.space.HeatSeconds;
import dev.footfall.metrics.space.Space;
import dev.footfall.metrics.space.SpaceRows;
import dev.footfall.metrics.stay.Stays;
import dev.footfall.metrics.visitors.KnownVisits;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Flag;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One business day of one store: its observations in, in any order; its measurements out, at any time. What was added can
 * not be taken out; a day is corrected by folding it again. Single-threaded.
 */
public final class DayFold {
    private static final int HOUR_SECONDS = 3600;

    private static final Fact BROKEN = Fact.Beam.of(Fact.Signal.FOUND_BROKEN);

    private final DaySeconds day;
    private final Dirty dirty = new Dirty();
    private final Map<SensorId, SensorFold> sensors = new LinkedHashMap<>();
    private final Coverage coverage;
    private final PerimeterRows doors;
    private final Space space;
    private final SpaceRows spaceRows;
    private final Parking parking;
    private final Sales sales;
    private final StaffHours staff;
    private final KnownVisits known;
    private final Radio radio;
    private final WifiPeople wifi;
    private final CarPeople cars;
    private final @Nullable ZonesByWifi wifiZones;
    private int lastEvaluated = -1;

    /** Begins a day of which only the doors' errors are known from earlier ones. */
    public DayFold(StoreConfig config, BusinessDay businessDay, LearnedFactors learned) {
        this(config, businessDay, Earlier.ofDoors(learned, config.calendar()));
    }

    public DayFold(StoreConfig config, BusinessDay businessDay, Earlier earlier) {
        this.day = new DaySeconds(businessDay);
        this.coverage = new Coverage(day, config.calendar());
        Perimeter perimeter = new Perimeter(config, day, dirty);
        this.space = new Space(config, day, dirty, perimeter);
        this.parking = new Parking(config, day, dirty, earlier.parks());
        this.sales = new Sales(day, dirty, config.store().floorAreaM2());
        this.staff = new StaffHours(day, dirty);
        this.known = new KnownVisits(day, dirty, config.privacy().returningDays());
        this.radio = new Radio(day, dirty, config.wifi());
        this.wifi = new WifiPeople(
                day, dirty, coverage, config.calendar(), config.wifi().insideFromDbm(), earlier.wifi());
        this.wifiZones = ZonesByWifi.of(config, day, dirty);
        this.cars = new CarPeople(day, config.calendar(), coverage, parking, earlier.cars());
        this.doors = new PerimeterRows(
                day, perimeter, coverage, earlier.doors(), () -> earlier.stays().before(businessDay.date()), dirty);
        this.spaceRows = new SpaceRows(space, coverage, config.privacy().smallCellFloor());
        for (Sensor sensor : config.sensors()) {
            long holds = 2 * sensor.expectEvery().toSeconds();
            WatchedSensor watched = new WatchedSensor(sensor, new Liveness(sensor.id(), day, dirty, holds));
            sensors.put(
                    sensor.id(), new SensorFold(watched, perimeter.linesOf(watched), perimeter.isStoodInFor(sensor)));
            space.watch(watched);
            parking.watch(watched);
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
        return o.fact().spanMillis() > 0 ? o.at().minusMillis(1) : o.at();
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
        checkDay(o);
        if (o.fact() instanceof Fact.Offline) {
            sensor.watched().life().farewell(at);
        } else {
            fold(sensor, o, at);
            sensor.hear(o, at, day);
        }
        lifeChanged(sensor, o, at);
    }

    private void lifeChanged(SensorFold sensor, Observation o, long at) {
        if (sensor.stoodInFor()) {
            dirty.flow(day.secondOf(Math.max(day.first() * 1000L, at - o.fact().spanMillis())));
        }
    }

    private void checkDay(Observation o) {
        if (!day.day().window().contains(belongsAt(o))) {
            throw new IllegalArgumentException("observation at [" + o.at() + "] is not of the business day "
                    + day.day().date());
        }
    }

    private void addCarried(SensorFold sensor, Observation o, long at) {
        if (o.fact() instanceof Fact.Heartbeat) {
            sensor.watched().life().heard(at);
            lifeChanged(sensor, o, at);
        } else {
            fold(sensor, o, at);
        }
    }

    private void fold(SensorFold sensor, Observation o, long at) {
        WatchedSensor watched = sensor.watched();
        switch (o.fact()) {
            case Fact.Crossing crossing -> sensor.lines().add(o.line(), at, crossing, false);
            case Fact.Counter reading -> sensor.lines().add(o.line(), at, reading, false);
            case Fact.Position fix -> space.add(watched, at, fix, false);
            case Fact.OfStaff staff -> foldStaff(sensor, o.line(), at, staff.said());
            case Fact.Presence presence -> space.add(watched, at, presence);
            case Fact.ZoneLevel level -> space.add(watched, at, level);
            case Fact.Vehicle vehicle -> parking.add(watched, at, vehicle);
            case Fact.Parked parked -> parking.add(watched, o.line(), at, parked);
            case Fact.Bay bay -> parking.add(watched, o.line(), at, bay);
            case Fact.Sale sale -> sales.add(watched.life(), at, sale);
            case Fact.Staff present -> staff.add(watched.life(), at, present);
            case Fact.Sighting sighting -> hear(watched, at, sighting);
            case Fact.Beam beam -> sensor.lines().add(o.line(), at, beam);
            case Fact.Heartbeat heartbeat -> sensor.alive(at);
            case Fact.Known visit -> known.add(watched.life(), at, visit);
            case Fact.Member member -> throw new IllegalStateException("who somebody is must never reach a fold");
            case Fact.Offline offline -> {}
        }
    }

    private void foldStaff(SensorFold sensor, String line, long at, Fact said) {
        if (said instanceof Fact.Crossing crossing) {
            sensor.lines().add(line, at, crossing, true);
        } else if (said instanceof Fact.Counter reading) {
            sensor.lines().add(line, at, reading, true);
        } else if (said instanceof Fact.Position fix) {
            space.add(sensor.watched(), at, fix, true);
        }
    }

    private void hear(WatchedSensor sensor, long at, Fact.Sighting sighting) {
        radio.add(sensor, at, sighting);
        wifi.add(sensor.life(), at, sighting);
        if (wifiZones != null) {
            wifiZones.add(sensor.id(), at, sighting);
        }
    }

    /**
     * The next day's opening balance, flagged {@link Flag#CARRIED} with original times: last reading of every counter, last
     * level of every zone and car park, and the last sign of life of every sensor that is still live at the day's end. If
     * late data change this day, carry again: what is newer wins in the next day.
     */
    public List<Observation> carry() {
        List<Observation> carried = new ArrayList<>();
        for (SensorFold sensor : sensors.values()) {
            SensorId id = sensor.watched().id();
            sensor.brokenBeams()
                    .forEach(side -> carried.add(carried(id, side.wireName(), day.end() * 1000L - 1, BROKEN)));
            sensor.lines().lastReadings((line, at, reading) -> carried.add(carried(id, line, at, reading)));
            sensor.watched()
                    .life()
                    .lastHeardIfAliveAtEnd()
                    .ifPresent(second -> carried.add(carried(id, "", second * 1000L, Fact.Heartbeat.BARE)));
        }
        space.lastLevels((life, zone, at, count) ->
                carried.add(carried(life.sensor(), "", at, new Fact.ZoneLevel(zone, count))));
        parking.lastLevels((id, line, at, fact) -> carried.add(carried(id, line, at, fact)));
        return carried;
    }

    private Observation carried(SensorId sensor, String line, long at, Fact fact) {
        return new Observation(sensor, day.instantOfMillis(at), line, Flag.CARRIED.bit(), fact);
    }

    /** The first quarter in which anything was heard that day. */
    public Optional<Window> firstData() {
        return dirty.first() == Dirty.NONE
                ? Optional.empty()
                : Optional.of(day.quarter(dirty.first() / DaySeconds.QUARTER));
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
        if (horizon.dayClosed()) {
            sensors.values().forEach(SensorFold::settle);
        }
        lastEvaluated = Math.max(lastEvaluated, (span.to() - 1) / DaySeconds.QUARTER);
        Rows rows = new Rows(span);
        Doors passed = doors.addTo(rows);
        spaceRows.addTo(rows, passed);
        parking.addTo(rows, coverage);
        sales.addTo(rows, coverage, passed);
        staff.addTo(rows, coverage, passed);
        radio.addTo(rows, coverage, passed);
        known.addTo(rows, coverage, passed);
        cars.addTo(rows, passed.any());
        int upTo = horizon.dayClosed() ? day.end() : day.border(horizon.now());
        wifi.addTo(rows, upTo, !known.any());
        if (wifiZones != null) {
            wifiZones.addTo(rows, upTo);
        }
        return rows.list();
    }

    /**
     * Transitions between zones in a window within the day, those that at least the small-cell floor of people made.
     * They are among {@link #rows} too; this is for windows of any length.
     */
    public List<Measurement> flows(Window window, Horizon horizon) {
        Rows rows = new Rows(span(grainOf(window), window, horizon));
        spaceRows.addFlows(rows);
        return rows.list();
    }

    private Grain grainOf(Window window) {
        if (window.length().toSeconds() > HOUR_SECONDS) {
            return Grain.DAY;
        }
        return window.length().toSeconds() > DaySeconds.QUARTER ? Grain.HOUR : Grain.QUARTER;
    }

    /** Person-seconds of tracks per cell, over the quarters that the window touches. */
    public HeatSeconds heat(Window window) {
        return space.heat(day.border(window.start()), day.border(window.end()));
    }

    /** How long visits lasted that began in the quarters that the window touches, by place and by what tells it. */
    public List<Stays> stays(Window window, boolean dayClosed) {
        int from = day.border(window.start());
        int end = day.border(window.end());
        List<Stays> stays = new ArrayList<>();
        radio.stays(from, end, dayClosed).ifPresent(stays::add);
        stays.addAll(space.stays(from, end));
        return stays;
    }

    /** What the owner of a beam sensor should know; empty for other sensors. */
    public List<BeamFinding> beamFindings(SensorId id) {
        SensorFold sensor = sensors.get(id);
        return sensor == null ? List.of() : sensor.findings();
    }

    /** How a sensor of the store fares just before a moment of this day. */
    public Condition condition(SensorId id, Instant at) {
        SensorFold sensor = Objects.requireNonNull(sensors.get(id), "a sensor that is not of this store");
        Liveness life = sensor.watched().life();
        int second = Math.max(day.first(), day.border(at) - 1);
        return new Condition(
                life.liveAt(second) ? null : day.instantOfMillis(life.silentSince(second) * 1000L),
                life.everHeard(second),
                sensor.heard().messages(second / DaySeconds.QUARTER),
                doubt(sensor.heard().doubt(second / DaySeconds.QUARTER)));
    }

    private Condition.@Nullable ClockDoubt doubt(Heard.@Nullable Doubt doubt) {
        return doubt == null
                ? null
                : new Condition.ClockDoubt(day.quarter(doubt.firstQuarter()).start(), doubt.messages(), doubt.wrong());
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

    /**
     * The store at a moment of this day.
     *
     * @param previous the fold of the day before, for an hour that reaches back into it
     */
    public Figures figuresAt(Instant at, boolean dayClosed, @Nullable DayFold previous) {
        int to = Math.max(day.first() + 1, day.border(at.plusMillis(999)));
        DoorFigures figures = new DoorFigures(doors, day.first(), to, dayClosed);
        return new Figures(
                figures.footfall(),
                figures.occupancy(),
                figures.raw(),
                arrivals(to, dayClosed, previous),
                figures.dwell(),
                firstSeen(Math.max(day.first(), to - HOUR_SECONDS), to),
                spaceRows.now(day.first(), to, day.millis(at)));
    }

    private Figure firstSeen(int from, int to) {
        return known.any() ? known.firstSeen(from, to, coverage) : wifi.firstSeen(from, to);
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

    /**
     * What this day, once it is over, teaches about WiFi: by its doors or, if they tell nothing, by zone counts and tracks;
     * empty if no radio device was heard.
     */
    public Optional<CalibrationDay> calibration() {
        if (!wifi.heard()) {
            return Optional.empty();
        }
        double[] people = doors.presence().per(CalibrationDay.BIN_SECONDS);
        boolean byDoors = Arrays.stream(people).anyMatch(value -> !Double.isNaN(value));
        return Optional.of(wifi.teach(byDoors ? people : spaceRows.presentPer(CalibrationDay.BIN_SECONDS, day)));
    }

    /** Radio frames near by in a window, per sensor that heard any that day. */
    public Map<SensorId, Long> framesNearBy(Window window) {
        return wifi.framesNearBy(window);
    }

    /** What the gates of each car park counted so far. */
    public List<ParkDay> carParks() {
        return parking.told(coverage);
    }

    /** What each sensor of an entrance counted in a window, beside the others there; for those that were live throughout. */
    public List<SensorShare> shares(String entrance, Window window) {
        return doors.shares(entrance, day.border(window.start()), day.border(window.end()));
    }

    /** Track fixes and presences left out because they came after later ones of the same track. */
    public long outOfOrder() {
        return space.outOfOrder();
    }

    /** How many counter steps of a sensor cannot be people and were left out; cheap enough to ask after every reading. */
    public int quarantinedCount(SensorId id) {
        SensorFold sensor = sensors.get(id);
        return sensor == null ? 0 : sensor.lines().jumpCount();
    }

    /** Counter steps that cannot be people and were left out, in no particular order. */
    public List<QuarantinedJump> quarantinedJumps() {
        List<QuarantinedJump> jumps = new ArrayList<>();
        sensors.values().forEach(sensor -> sensor.lines().jumps(jumps::add));
        return jumps;
    }
}
