package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The section {@code zones}. */
final class ZonesSection {
    static final List<String> KEYS = List.of("id", "name", "kind", "polygon", "engaged-after");
    static final Duration ENGAGED_AFTER = Duration.ofSeconds(10);
    private static final int MOST_CORNERS = 500;
    private static final double LEAST_M2 = 0.01;

    private ZonesSection() {}

    static List<Zone> read(Section file, Context context) {
        List<Zone> zones = new ArrayList<>();
        for (Value item : file.items("zones")) {
            Section entry = item.section(KEYS);
            if (entry != null) {
                String id = context.ids().declare(Ids.Kind.ZONE, entry);
                String name = entry.optional("name", Forms.NAME);
                ZoneKind kind = entry.optional("kind", Forms.constant(ZoneKind.class), ZoneKind.DISPLAY);
                Duration engaged = entry.optional("engaged-after", TimeForms.DURATION_OR_ZERO, ENGAGED_AFTER);
                List<Point> polygon = polygon(entry, context);
                if (id != null) {
                    zones.add(new Zone(id, name == null ? id : name, kind, polygon, engaged));
                }
            }
        }
        return zones;
    }

    private static List<Point> polygon(Section entry, Context context) {
        Value value = entry.part("polygon");
        if (value == null) {
            entry.missing("polygon", "the zone's corners [x, y] in metres");
            return List.of();
        }
        List<Point> corners = new ArrayList<>();
        List<Value> items = value.items();
        for (Value item : items) {
            Point corner = PointForm.read(item, context);
            if (corner != null) {
                corners.add(corner);
            }
        }
        if (value.isList() && corners.size() == items.size()) {
            judge(value, corners);
        }
        return corners;
    }

    private static void judge(Value value, List<Point> corners) {
        Polygon polygon = new Polygon(corners);
        if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
            value.wrongAsAWhole(Rule.of(
                    "corners", "has {n} corners; it must have 3 to {most}", "n", corners.size(), "most", MOST_CORNERS));
        } else if (polygon.repeatsACorner()) {
            value.wrongAsAWhole(Rule.of("repeated-corner", "must not repeat a corner; it closes by itself"));
        } else if (polygon.isFlat()) {
            value.wrongAsAWhole(Rule.of("flat", "must enclose an area; all its corners lie on one line"));
        } else if (polygon.crossesItself()) {
            value.wrongAsAWhole(
                    Rule.of("crossed", "must not cross or touch itself; give the corners in order around the zone"));
        } else if (polygon.area() < LEAST_M2) {
            value.wrongAsAWhole(Rule.of(
                    "small", "must enclose at least {least} square metres; corners are in metres", "least", LEAST_M2));
        }
    }
}
