package dev.footfall.simulator;

import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Address;
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
import dev.footfall.time.OpeningHours;
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

/** Small stores for tests. */
public final class TestStores {
    public static final Zone SHELF = zone("shelf", ZoneKind.DISPLAY, 2, 2, 8, 7);
    public static final Zone RACK = zone("rack", ZoneKind.DISPLAY, 12, 2, 18, 7);
    public static final Zone CHECKOUT = zone("checkout", ZoneKind.QUEUE, 12, 9, 18, 13);
    public static final Line AISLE = new Line("aisle", new Point(10, 0), new Point(10, 15), null);

    private TestStores() {}

    /** Open every day at the given local minutes. */
    public static OpeningHours daily(int openMinute, int closeMinute) {
        return new OpeningHours(
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(
                                Function.identity(), day -> List.of(new OpeningHours.Span(openMinute, closeMinute)))),
                Map.of());
    }

    public static StoreConfig store(ZoneId zone, OpeningHours hours, List<Sensor> sensors) {
        return store(zone, hours, List.of(AISLE), sensors);
    }

    public static StoreConfig store(ZoneId zone, OpeningHours hours, List<Line> lines, List<Sensor> sensors) {
        return new StoreConfig(
                new Store("test", "Test", zone, LocalTime.of(4, 0), null, null, null, hours),
                new FloorPlan(null, 20, 15),
                List.of(
                        new Entrance("main", "Main", 2, CountBasis.IN),
                        new Entrance("side", "Side", 2, CountBasis.MEAN)),
                List.of(SHELF, RACK, CHECKOUT),
                lines,
                List.of(new StoreConfig.CarPark("p1", 40)),
                sensors,
                new Ingest(null, List.of()),
                new Privacy(KeyRotation.DAILY, 10),
                List.of(),
                new Kiosk(new Address("127.0.0.1", 8080), List.of("en")),
                new Journal(30, 1 << 20));
    }

    public static Sensor sensor(String id, String driver, @Nullable String entrance, Match match) {
        return sensor(id, driver, entrance, match, Map.of());
    }

    public static Sensor sensor(
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
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }

    private static Zone zone(String id, ZoneKind kind, double left, double top, double right, double bottom) {
        return new Zone(
                id,
                id,
                kind,
                List.of(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)),
                Duration.ofSeconds(10));
    }
}
