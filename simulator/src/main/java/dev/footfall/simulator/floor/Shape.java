package dev.footfall.simulator.floor;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.store.StoreConfig.Point;
import java.util.List;

/** A simple polygon in metres; the last corner joins the first. */
public final class Shape {
    private static final int TRIES = 200;

    private final List<Point> corners;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    public Shape(List<Point> corners) {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon needs three corners, not " + corners.size());
        }
        this.corners = List.copyOf(corners);
        this.left = corners.stream().mapToDouble(Point::x).min().orElseThrow();
        this.right = corners.stream().mapToDouble(Point::x).max().orElseThrow();
        this.top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
        this.bottom = corners.stream().mapToDouble(Point::y).max().orElseThrow();
    }

    public List<Point> corners() {
        return corners;
    }

    /** True if the straight way between two points certainly keeps so many metres away; false if it may not. */
    public boolean clearOf(double x1, double y1, double x2, double y2, double metres) {
        return Math.max(x1, x2) < left - metres
                || Math.min(x1, x2) > right + metres
                || Math.max(y1, y2) < top - metres
                || Math.min(y1, y2) > bottom + metres;
    }

    public static Shape rectangle(double left, double top, double right, double bottom) {
        return new Shape(List.of(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)));
    }

    public boolean contains(double x, double y) {
        boolean inside = false;
        Point before = corners.getLast();
        for (Point corner : corners) {
            if ((corner.y() > y) != (before.y() > y)
                    && x < (before.x() - corner.x()) * (y - corner.y()) / (before.y() - corner.y()) + corner.x()) {
                inside = !inside;
            }
            before = corner;
        }
        return inside;
    }

    /** Distance to the nearest edge in metres, on either side of it. */
    public double distanceToEdge(double x, double y) {
        double nearest = Double.MAX_VALUE;
        Point before = corners.getLast();
        for (Point corner : corners) {
            nearest = Math.min(nearest, distance(x, y, before, corner));
            before = corner;
        }
        return nearest;
    }

    /** Square metres. */
    public double area() {
        double twice = 0;
        Point before = corners.getLast();
        for (Point corner : corners) {
            twice += before.x() * corner.y() - corner.x() * before.y();
            before = corner;
        }
        return Math.abs(twice) / 2;
    }

    /** A point inside, at least {@code margin} metres from the edge where the polygon is wide enough for that. */
    public Point somewhere(Dice dice, double margin) {
        Point best = corners.getFirst();
        double deepest = -1;
        for (int i = 0; i < TRIES; i++) {
            Point point = new Point(dice.between(left, right), dice.between(top, bottom));
            double depth = contains(point.x(), point.y()) ? distanceToEdge(point.x(), point.y()) : -1;
            if (depth >= margin) {
                return point;
            }
            if (depth > deepest) {
                deepest = depth;
                best = point;
            }
        }
        return best;
    }

    private static double distance(double x, double y, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double u = length == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length, 0, 1);
        double px = a.x() + u * dx - x;
        double py = a.y() + u * dy - y;
        return Math.sqrt(px * px + py * py);
    }
}
