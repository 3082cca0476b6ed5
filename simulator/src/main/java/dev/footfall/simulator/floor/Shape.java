package dev.footfall.simulator.floor;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.store.StoreConfig.Point;
import java.util.List;

/** A simple polygon in metres; the last corner joins the first. */
public record Shape(List<Point> corners) {
    private static final int TRIES = 200;

    public Shape {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon needs three corners, not " + corners.size());
        }
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
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point corner : corners) {
            left = Math.min(left, corner.x());
            right = Math.max(right, corner.x());
            top = Math.min(top, corner.y());
            bottom = Math.max(bottom, corner.y());
        }
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
