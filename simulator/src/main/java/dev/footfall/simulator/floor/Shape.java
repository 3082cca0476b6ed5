package dev.footfall.simulator.floor;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.store.StoreConfig.Point;
import java.util.List;

/** A simple polygon in metres; the last corner joins the first. */
public final class Shape {
    private static final int TRIES = 200;

    private final List<Point> corners;
    private final double[] xs;
    private final double[] ys;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    public Shape(List<Point> corners) {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon needs three corners, not " + corners.size());
        }
        this.corners = List.copyOf(corners);
        this.xs = corners.stream().mapToDouble(Point::x).toArray();
        this.ys = corners.stream().mapToDouble(Point::y).toArray();
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
        int before = xs.length - 1;
        for (int i = 0; i < xs.length; i++) {
            if ((ys[i] > y) != (ys[before] > y)
                    && x < (xs[before] - xs[i]) * (y - ys[i]) / (ys[before] - ys[i]) + xs[i]) {
                inside = !inside;
            }
            before = i;
        }
        return inside;
    }

    /** Distance to the nearest edge in metres, on either side of it. */
    public double distanceToEdge(double x, double y) {
        double nearest = Double.MAX_VALUE;
        int before = xs.length - 1;
        for (int i = 0; i < xs.length; i++) {
            nearest = Math.min(nearest, squaredDistance(x, y, before, i));
            before = i;
        }
        return Math.sqrt(nearest);
    }

    /** True if an edge is less than so many metres away, on either side of it. */
    public boolean isNearEdge(double x, double y, double metres) {
        if (clearOf(x, y, x, y, metres)) {
            return false;
        }
        double near = metres * metres;
        int before = xs.length - 1;
        for (int i = 0; i < xs.length; i++) {
            if (squaredDistance(x, y, before, i) < near) {
                return true;
            }
            before = i;
        }
        return false;
    }

    /** Square metres. */
    public double area() {
        double twice = 0;
        int before = xs.length - 1;
        for (int i = 0; i < xs.length; i++) {
            twice += xs[before] * ys[i] - xs[i] * ys[before];
            before = i;
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

    private double squaredDistance(double x, double y, int a, int b) {
        double dx = xs[b] - xs[a];
        double dy = ys[b] - ys[a];
        double length = dx * dx + dy * dy;
        double u = length == 0 ? 0 : ((x - xs[a]) * dx + (y - ys[a]) * dy) / length;
        double near = Math.max(0, Math.min(1, u));
        double px = xs[a] + near * dx - x;
        double py = ys[a] + near * dy - y;
        return px * px + py * py;
    }
}
