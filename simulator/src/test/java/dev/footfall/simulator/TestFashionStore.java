package dev.footfall.simulator;

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
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Privacy;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.store.StoreConfig.Store;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store of 40 × 25 m with two entrances, seven zones and seven devices in five formats, in UTC, open nearly all day. */
public final class TestFashionStore {
    private static final LocalTime DAY_START = LocalTime.of(4, 0);

    private TestFashionStore() {}

    public static StoreConfig config() {
        return new StoreConfig(
                new Store(
                        "fashion",
                        "Fashion",
                        ZoneOffset.UTC,
                        DAY_START,
                        1000.0,
                        150,
                        "EUR",
                        TestStores.daily(270, 1650)),
                new FloorPlan(null, 40, 25),
                List.of(
                        new Entrance("main", "Main door", 2.4, CountBasis.IN),
                        new Entrance("mall", "Mall side", 1.8, CountBasis.IN)),
                zones(),
                List.of(new Line("mid-aisle", new Point(20, 0), new Point(20, 25), null)),
                List.of(new CarPark("p1", 120)),
                sensors(),
                new Ingest(null, List.of()),
                new Privacy(KeyRotation.DAILY, 10),
                List.of(),
                new Kiosk(new Address("127.0.0.1", 8080), List.of("en", "zh")),
                new Journal(30, 1L << 30));
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
