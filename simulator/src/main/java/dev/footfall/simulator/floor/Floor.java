package dev.footfall.simulator.floor;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The floor as people use it. A configuration does not say where an entrance without a perimeter line is; such doors are
 * spread along the plan's bottom edge.
 *
 * @param widthM width of the plan
 * @param heightM height of the plan
 * @param doors at least one
 * @param areas zones with their polygons, in the configuration's order
 * @param lines lines counted from tracks
 */
public record Floor(double widthM, double heightM, List<Door> doors, List<Area> areas, List<Line> lines) {
    private static final double DEFAULT_WIDTH_M = 20;
    private static final double DEFAULT_HEIGHT_M = 15;
    private static final int TRIES = 30;
    private static final double APRON_M = 2.5;

    public Floor {
        doors = List.copyOf(doors);
        areas = List.copyOf(areas);
        lines = List.copyOf(lines);
    }

    /** A zone and its polygon. */
    public record Area(Zone zone, Shape shape) {
        public String id() {
            return zone.id();
        }
    }

    /** True if nobody who stands here could be thought to be on the other side of a zone's border. */
    public boolean isClearOfBorders(Point point, double metres) {
        for (Area area : areas) {
            if (area.shape().isNearEdge(point.x(), point.y(), metres)) {
                return false;
            }
        }
        return true;
    }

    /** A point in the shape where one can stand: away from its edge and from the borders of zones where there is room. */
    public Point standingPlace(Shape shape, double margin, Dice dice) {
        Point place = shape.somewhere(dice, margin);
        for (int i = 0; i < TRIES && !isClearOfBorders(place, margin); i++) {
            place = shape.somewhere(dice, margin);
        }
        return place;
    }

    public static Floor of(StoreConfig config) {
        double width = DEFAULT_WIDTH_M;
        double height = DEFAULT_HEIGHT_M;
        if (config.floorPlan() != null) {
            width = config.floorPlan().widthM();
            height = config.floorPlan().heightM();
        } else {
            for (Zone zone : config.zones()) {
                for (Point corner : zone.polygon()) {
                    width = Math.max(width, corner.x());
                    height = Math.max(height, corner.y());
                }
            }
        }
        List<Area> areas = config.zones().stream()
                .map(zone -> new Area(zone, new Shape(zone.polygon())))
                .toList();
        return new Floor(width, height, doors(config, width, height), areas, config.lines());
    }

    private static List<Door> doors(StoreConfig config, double width, double height) {
        List<Door> doors = new ArrayList<>();
        int count = config.entrances().size();
        for (int i = 0; i < count; i++) {
            Entrance entrance = config.entrances().get(i);
            Point onEdge = new Point(width * (i + 0.5) / count, height);
            doors.add(perimeterLine(config, entrance)
                    .map(line -> onLine(entrance, line))
                    .orElse(new Door(entrance.id(), onEdge, 0, -1, entrance.widthM(), 0)));
        }
        if (doors.isEmpty()) {
            doors.add(new Door("", new Point(width / 2, height), 0, -1, 2, 0));
        }
        return doors;
    }

    private static Optional<Line> perimeterLine(StoreConfig config, Entrance entrance) {
        return config.lines().stream()
                .filter(line -> entrance.id().equals(line.entrance()))
                .findFirst();
    }

    /** Forward across a line is where s(P) = (bx-ax)(py-ay) - (by-ay)(px-ax) grows: along (-(by-ay), bx-ax). */
    private static Door onLine(Entrance entrance, Line line) {
        double dx = line.to().x() - line.from().x();
        double dy = line.to().y() - line.from().y();
        double length = Math.sqrt(dx * dx + dy * dy);
        Point middle = new Point(
                (line.from().x() + line.to().x()) / 2,
                (line.from().y() + line.to().y()) / 2);
        return new Door(entrance.id(), middle, -dy / length, dx / length, Math.min(length, entrance.widthM()), APRON_M);
    }
}
