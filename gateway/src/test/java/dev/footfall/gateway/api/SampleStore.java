package dev.footfall.gateway.api;

import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configurations of stores to show and to test with. */
final class SampleStore {
    static final List<Zone> FIVE_ZONES = List.of(
            zone("entry", "Entrance", ZoneKind.DISPLAY, 14, 17, 26, 25),
            zone("new", "New arrivals", ZoneKind.DISPLAY, 10, 8, 24, 16),
            zone("shoes", "Shoes", ZoneKind.DISPLAY, 0, 12, 9, 25),
            zone("fitting", "Fitting rooms", ZoneKind.DISPLAY, 0, 0, 8, 6),
            zone("checkout", "Checkout", ZoneKind.QUEUE, 30, 0, 40, 8));

    private SampleStore() {}

    static StoreConfig of(List<Zone> zones, @Nullable Integer capacity) {
        return of(zones, capacity, "Nanjing Road", "127.0.0.1");
    }

    static StoreConfig of(List<Zone> zones, @Nullable Integer capacity, String name, String kioskHost) {
        var store = new StoreConfig.Store(
                "sh-0042",
                name,
                ZoneId.of("Asia/Shanghai"),
                LocalTime.of(4, 0),
                820.0,
                capacity,
                "CNY",
                new OpeningHours(everyDay(new Span(10 * 60, 22 * 60)), Map.of()));
        return of(store, zones, kioskHost);
    }

    private static StoreConfig of(StoreConfig.Store store, List<Zone> zones, String kioskHost) {
        return new StoreConfig(
                store,
                new StoreConfig.FloorPlan("floor.svg", 40, 25),
                List.of(new Entrance("main", "Main door", 2.4, StoreConfig.CountBasis.IN)),
                zones,
                List.of(),
                List.of(),
                List.of(),
                new StoreConfig.Ingest(null, List.of()),
                new StoreConfig.Privacy(StoreConfig.KeyRotation.DAILY, 10),
                List.of(),
                new StoreConfig.Kiosk(new Address(kioskHost, 8080), List.of("en", "zh")),
                new StoreConfig.Journal(30, 1 << 30));
    }

    /** The same store elsewhere, open day and night. */
    static StoreConfig dayAndNight(ZoneId zone) {
        var store = new StoreConfig.Store(
                "eu-0001",
                "Bahnhofsladen",
                zone,
                LocalTime.of(0, 0),
                120.0,
                40,
                "EUR",
                new OpeningHours(everyDay(new Span(0, 24 * 60)), Map.of()));
        return of(store, FIVE_ZONES, "127.0.0.1");
    }

    /** Zones named in scripts of all kinds, one by a word that cannot be broken. */
    static List<Zone> namedInAnyScript() {
        List<String> names = List.of(
                "أحذية الأطفال والمستلزمات",
                "แผนกเสื้อผ้าสตรี",
                "महिलाओं के जूते",
                "女式外套与配饰",
                "Damenoberbekleidungsabteilungserweiterung",
                "🧸🎁",
                "<b>Toys</b> & \"games\"",
                "Обувь");
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double x = i % 4 * 10.0;
            double y = i < 4 ? 0 : 12.5;
            zones.add(zone("z" + i, names.get(i), ZoneKind.DISPLAY, x + 0.5, y + 0.5, x + 9.5, y + 12));
        }
        return zones;
    }

    /** Shelves side by side, names of every length. */
    static List<Zone> manyZones(int count) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = i % 10 * 4.0;
            int row = i / 10;
            double y = row * 3.0;
            String name = i % 7 == 0 ? "Seasonal promotions and outdoor furniture " + i : "Aisle " + i;
            zones.add(zone("z" + i, name, ZoneKind.DISPLAY, x + 0.2, y + 0.2, x + 3.8, y + 2.8));
        }
        return zones;
    }

    private static Zone zone(
            String id, String name, ZoneKind kind, double left, double top, double right, double bottom) {
        var corners =
                List.of(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
        return new Zone(id, name, kind, corners, Duration.ofSeconds(10));
    }

    private static Map<DayOfWeek, List<Span>> everyDay(Span span) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(span));
        }
        return week;
    }
}
