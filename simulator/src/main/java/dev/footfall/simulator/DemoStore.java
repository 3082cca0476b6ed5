package dev.footfall.simulator;

import dev.footfall.observation.SensorId;
import dev.footfall.simulator.visit.TrafficProfile;
import dev.footfall.simulator.visit.TrafficProfile.Curve;
import dev.footfall.simulator.visit.TrafficProfile.Peak;
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
import dev.footfall.store.StoreConfig.MqttListener;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Privacy;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.store.StoreConfig.Store;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store of {@code footfall demo}: 40 × 25 m, two entrances, seven zones, six devices in four formats. Whenever it is
 * looked at it is busy: the second of its two daily peaks lies an hour after the time of day it was made for. It opens half
 * an hour after its business day starts and closes half an hour before that ends.
 */
public final class DemoStore {
    private static final LocalTime NORMAL_DAY_START = LocalTime.of(4, 0);
    private static final LocalTime NIGHT_DAY_START = LocalTime.of(16, 0);
    private static final int HALF_AN_HOUR = 30;
    private static final int DAY_MINUTES = 24 * 60;
    private static final double ARRIVALS_PER_HOUR = 260;

    private DemoStore() {}

    /** Where the gateway of the demo listens, on loopback. */
    public record Ports(int kiosk, int mqtt) {}

    /**
     * The store as it is best looked at around a time of day.
     *
     * @param zone its time zone
     * @param now local time at which it should be busy
     */
    public static SimulatedStore at(ZoneId zone, LocalTime now, Ports ports) {
        return new SimulatedStore(config(zone, dayStart(now), ports), profile(now));
    }

    /** A few hours of today lie behind us and a few ahead, whatever the time: by night the day starts in the afternoon. */
    private static LocalTime dayStart(LocalTime now) {
        return now.getHour() >= 8 ? NORMAL_DAY_START : NIGHT_DAY_START;
    }

    private static TrafficProfile profile(LocalTime now) {
        double hour = now.toSecondOfDay() / 3600.0;
        Curve curve =
                new Curve(0.5, List.of(new Peak((hour + 18) % 24, 1.4, 0.9), new Peak((hour + 1) % 24, 3.0, 1.4)));
        TrafficProfile shop = TrafficProfile.shop(ARRIVALS_PER_HOUR);
        return new TrafficProfile(
                ARRIVALS_PER_HOUR,
                curve,
                curve,
                List.of(0.94, 0.95, 0.97, 1.0, 1.05, 1.08, 1.01),
                shop.dayToDay(),
                shop.meanBrowse(),
                shop.buyers(),
                shop.meanService());
    }

    private static StoreConfig config(ZoneId zone, LocalTime dayStart, Ports ports) {
        return new StoreConfig(
                new Store("demo", "Demo store", zone, dayStart, 1000.0, 150, "EUR", hours(dayStart)),
                new FloorPlan(null, 40, 25),
                List.of(
                        new Entrance("main", "Main door", 2.4, CountBasis.IN),
                        new Entrance("mall", "Mall side", 1.8, CountBasis.IN)),
                zones(),
                List.of(new Line("mid-aisle", new Point(20, 0), new Point(20, 25), null)),
                List.of(new CarPark("p1", 120)),
                sensors(),
                new Ingest(new MqttListener(new Address("127.0.0.1", ports.mqtt()), null, null), List.of()),
                new Privacy(KeyRotation.DAILY, 10),
                List.of(),
                new Kiosk(new Address("127.0.0.1", ports.kiosk()), List.of("en", "zh")),
                new Journal(30, 1L << 30));
    }

    private static OpeningHours hours(LocalTime dayStart) {
        int open = dayStart.toSecondOfDay() / 60 + HALF_AN_HOUR;
        Span span = new Span(open, open + DAY_MINUTES - 2 * HALF_AN_HOUR);
        return new OpeningHours(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(span))),
                Map.of());
    }

    private static List<Zone> zones() {
        return List.of(
                zone("fitting", "Fitting rooms", ZoneKind.DISPLAY, 0, 0, 8, 6),
                zone("coats", "Coats", ZoneKind.DISPLAY, 10, 2, 19, 7),
                zone("basics", "Basics", ZoneKind.DISPLAY, 10, 9.5, 19, 14.5),
                zone("shoes", "Shoes", ZoneKind.DISPLAY, 0, 9, 7, 17),
                zone("new-in", "New in", ZoneKind.DISPLAY, 22, 9.5, 30, 15.5),
                zone("promo", "Promotion", ZoneKind.DISPLAY, 16.5, 17.5, 23.5, 21.5),
                zone("checkout", "Checkout", ZoneKind.QUEUE, 31, 1, 39, 8));
    }

    private static Zone zone(
            String id, String name, ZoneKind kind, double left, double top, double right, double bottom) {
        return new Zone(
                id,
                name,
                kind,
                List.of(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)),
                Duration.ofSeconds(10));
    }

    private static List<Sensor> sensors() {
        Map<String, String> cameraZones = Map.of("fitting_room", "fitting", "tills", "checkout");
        return List.of(
                sensor("door-main", "milesight-ip", "main", new Match("em/+/status", "6757C4120417", null), Map.of()),
                sensor(
                        "door-mall",
                        "hikvision",
                        "mall",
                        new Match(null, null, "/ingest/hikvision/door-mall"),
                        Map.of()),
                sensor("cam-floor", "frigate", null, new Match("frigate/#", "floor_cam", null), cameraZones),
                sensor("tracker-1", "native", null, new Match("footfall/in/tracker-1", null, null), Map.of()),
                sensor("till-1", "native", null, new Match("footfall/in/till-1", null, null), Map.of()),
                gate());
    }

    private static Sensor sensor(
            String id, String driver, @Nullable String entrance, Match match, Map<String, String> zones) {
        return new Sensor(
                new SensorId(id),
                driver,
                entrance,
                null,
                match,
                zones,
                null,
                Map.of(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
    }

    private static Sensor gate() {
        return new Sensor(
                new SensorId("gate-1"),
                "native",
                null,
                "p1",
                new Match("footfall/in/gate-1", null, null),
                Map.of(),
                null,
                Map.of(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
    }
}
