package dev.footfall.metrics.space;

import dev.footfall.store.StoreConfig.Point;
import java.util.List;

/** A simple polygon, convex or not, in metres. */
final class Polygon {
    private final double[] x;
    private final double[] y;
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;

    Polygon(List<Point> corners) {
        x = corners.stream().mapToDouble(Point::x).toArray();
        y = corners.stream().mapToDouble(Point::y).toArray();
        minX = corners.stream().mapToDouble(Point::x).min().orElse(0);
        maxX = corners.stream().mapToDouble(Point::x).max().orElse(0);
        minY = corners.stream().mapToDouble(Point::y).min().orElse(0);
        maxY = corners.stream().mapToDouble(Point::y).max().orElse(0);
    }

    double maxX() {
        return maxX;
    }

    double maxY() {
        return maxY;
    }

    double area() {
        double twice = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            twice += x[j] * y[i] - x[i] * y[j];
        }
        return Math.abs(twice) / 2;
    }

    /** True if the whole move stays further than the margin from the polygon's bounding box. */
    boolean farFrom(Move move, double margin) {
        return move.maxX() < minX - margin
                || move.minX() > maxX + margin
                || move.maxY() < minY - margin
                || move.minY() > maxY + margin;
    }

    /** Even-odd rule; a point on the border is inside on the polygon's left and upper sides only. */
    boolean contains(double px, double py) {
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if ((y[i] > py) != (y[j] > py) && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Adds the places where the move crosses the border. */
    void cut(Move move, Shares cuts) {
        double dx = move.x1() - move.x0();
        double dy = move.y1() - move.y0();
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            double ex = x[i] - x[j];
            double ey = y[i] - y[j];
            double cross = dx * ey - dy * ex;
            if (cross == 0) {
                continue;
            }
            double along = ((x[j] - move.x0()) * dy - (y[j] - move.y0()) * dx) / cross;
            if (along >= 0 && along <= 1) {
                cuts.add(((x[j] - move.x0()) * ey - (y[j] - move.y0()) * ex) / cross);
            }
        }
    }

    /** True if somewhere between the two shares of the move the border is at least this far away. */
    boolean clears(Move move, double from, double to, double distance) {
        if (!isClose(move.x(to), move.y(to), distance)) {
            return true;
        }
        // The parts of the way that are too close to one edge are one interval each; is anything left uncovered?
        double reached = from;
        boolean grown = true;
        while (grown && reached < to) {
            grown = false;
            for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
                double end = Capsule.coveredUntil(move, x[j], y[j], x[i], y[i], distance, reached);
                if (end > reached) {
                    reached = end;
                    grown = true;
                }
            }
        }
        return reached < to;
    }

    private boolean isClose(double px, double py, double distance) {
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (Capsule.distance(px, py, x[j], y[j], x[i], y[i]) < distance) {
                return true;
            }
        }
        return false;
    }
}
