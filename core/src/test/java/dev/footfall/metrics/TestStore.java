package dev.footfall.metrics;

import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.FloorPlan;
import dev.footfall.store.StoreConfig.Ingest;
import dev.footfall.store.StoreConfig.Journal;
import dev.footfall.store.StoreConfig.KeyRotation;
import dev.footfall.store.StoreConfig.Kiosk;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Match;
import dev.footfall.store.StoreConfig.Overnight;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Privacy;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.store.StoreConfig.Store;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.OpeningHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds stores for tests: always open, in UTC, day from 04:00, no plan, unless said otherwise. */
public final class TestStore {
    public static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private final List<Entrance> entrances = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<CarPark> carParks = new ArrayList<>();
    private final List<Sensor> sensors = new ArrayList<>();
    private StoreConfig.Wifi wifi = StoreConfig.Wifi.BY_DEFAULT;
    private ZoneId timeZone = ZoneId.of("UTC");
    private LocalTime dayStart = LocalTime.of(4, 0);
    private OpeningHours hours = OpeningHours.ALWAYS;
    private @Nullable FloorPlan plan;
    private Duration expectEvery = Duration.ofMinutes(15);
    private @Nullable Double area;

    /** One entrance {@code main} with one sensor {@code door-1}. */
    public static TestStore oneDoor() {
        return new TestStore().entrance("main", CountBasis.IN).door("door-1", "main");
    }

    public TestStore in(String zone) {
        timeZone = ZoneId.of(zone);
        return this;
    }

    public TestStore dayStart(String time) {
        dayStart = LocalTime.parse(time);
        return this;
    }

    /** The same hours on every day, minutes after midnight. */
    public TestStore open(int fromMinute, int toMinute) {
        OpeningHours.Span span = new OpeningHours.Span(fromMinute, toMinute);
        hours = new OpeningHours(
                Map.of(
                        java.time.DayOfWeek.MONDAY, List.of(span),
                        java.time.DayOfWeek.TUESDAY, List.of(span),
                        java.time.DayOfWeek.WEDNESDAY, List.of(span)),
                Map.of());
        return this;
    }

    public TestStore plan(double widthM, double heightM) {
        plan = new FloorPlan(null, widthM, heightM);
        return this;
    }

    public TestStore area(double squareMetres) {
        area = squareMetres;
        return this;
    }

    /** For all sensors, those added before included. */
    public TestStore expectEvery(Duration every) {
        expectEvery = every;
        sensors.replaceAll(s -> new Sensor(
                s.id(),
                s.driver(),
                s.entrance(),
                s.carPark(),
                s.match(),
                s.zones(),
                s.positionM(),
                s.options(),
                every,
                s.maxSkew()));
        return this;
    }

    public TestStore entrance(String id, CountBasis basis) {
        return entrance(id, basis, 1);
    }

    public TestStore entrance(String id, CountBasis basis, double widthM) {
        entrances.add(new Entrance(id, id, widthM, basis));
        return this;
    }

    /** A zone with corners x1, y1, x2, y2, … and the default engagement. */
    public TestStore zone(String id, double... corners) {
        return zone(ZoneKind.DISPLAY, id, corners);
    }

    public TestStore zone(ZoneKind kind, String id, double... corners) {
        List<Point> polygon = new ArrayList<>();
        for (int i = 0; i < corners.length; i += 2) {
            polygon.add(new Point(corners[i], corners[i + 1]));
        }
        zones.add(new Zone(id, id, kind, polygon, Duration.ofSeconds(10)));
        return this;
    }

    public TestStore line(String id, double x1, double y1, double x2, double y2, @Nullable String entrance) {
        lines.add(new Line(id, new Point(x1, y1), new Point(x2, y2), entrance));
        return this;
    }

    public TestStore carPark(String id, int bays) {
        carParks.add(new CarPark(id, bays));
        return this;
    }

    /** A car park in which no vehicle stays overnight. */
    public TestStore emptyCarPark(String id) {
        carParks.add(new CarPark(id, null, Overnight.EMPTY));
        return this;
    }

    public TestStore door(String id, String entrance, String... options) {
        return sensor(id, entrance, null, Map.of(), options);
    }

    public TestStore camera(String id, Map<String, String> deviceZones) {
        return sensor(id, null, null, deviceZones);
    }

    public TestStore gate(String id, String carPark) {
        return sensor(id, null, carPark, Map.of());
    }

    /** Options are key, value, key, value, … */
    public TestStore sensor(
            String id,
            @Nullable String entrance,
            @Nullable String carPark,
            Map<String, String> deviceZones,
            String... options) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        sensors.add(new Sensor(
                new SensorId(id),
                "native",
                entrance,
                carPark,
                Match.ANY,
                deviceZones,
                null,
                map,
                expectEvery,
                Duration.ofMinutes(5)));
        return this;
    }

    public TestStore wifi(StoreConfig.Wifi bands) {
        this.wifi = bands;
        return this;
    }

    public StoreConfig build() {
        return new StoreConfig(
                new Store("test", "Test", timeZone, dayStart, area, null, "EUR", hours),
                plan,
                entrances,
                zones,
                lines,
                carParks,
                sensors,
                new Ingest(null, List.of()),
                new Privacy(KeyRotation.DAILY, 10),
                List.of(),
                new Kiosk(new Address("127.0.0.1", 8080), List.of("en")),
                new Journal(30, 1 << 30),
                StoreConfig.Alerts.NONE,
                wifi);
    }

    public BusinessDay day() {
        return build().calendar().day(DATE);
    }

    public TestDay fold() {
        return fold(LearnedFactors.NONE);
    }

    public TestDay fold(LearnedFactors learned) {
        return new TestDay(build(), DATE, learned);
    }
}
