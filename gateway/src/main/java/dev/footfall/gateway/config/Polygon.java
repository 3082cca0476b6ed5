package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Point;
import java.util.List;

/** What makes a closed outline usable as a zone. */
final class Polygon {
    private final List<Point> corners;

    Polygon(List<Point> corners) {
        this.corners = corners;
    }

    /** Square metres, by the shoelace formula. */
    double area() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corner(i);
            Point b = corner(i + 1);
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** True if all corners lie on one straight line. */
    boolean isFlat() {
        return corners.stream().allMatch(corner -> turn(corner(0), corner(1), corner) == 0);
    }

    boolean repeatsACorner() {
        for (int i = 0; i < corners.size(); i++) {
            if (corner(i).equals(corner(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** True if two sides touch anywhere but in the corner that neighbours share. */
    boolean crossesItself() {
        int sides = corners.size();
        for (int i = 0; i < sides; i++) {
            for (int j = i + 1; j < sides; j++) {
                boolean neighbours = j == i + 1 || i == 0 && j == sides - 1;
                if (neighbours ? foldsBack(i, j) : touch(i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean foldsBack(int i, int j) {
        boolean inOrder = j == i + 1;
        Point shared = inOrder ? corner(j) : corner(i);
        Point a = inOrder ? corner(i) : corner(i + 1);
        Point b = inOrder ? corner(j + 1) : corner(j);
        double along = (a.x() - shared.x()) * (b.x() - shared.x()) + (a.y() - shared.y()) * (b.y() - shared.y());
        return turn(shared, a, b) == 0 && along > 0;
    }

    private boolean touch(int i, int j) {
        Point a = corner(i);
        Point b = corner(i + 1);
        Point c = corner(j);
        Point d = corner(j + 1);
        int abc = turn(a, b, c);
        int abd = turn(a, b, d);
        int cda = turn(c, d, a);
        int cdb = turn(c, d, b);
        boolean cross = abc * abd < 0 && cda * cdb < 0;
        return cross
                || abc == 0 && isBetween(a, b, c)
                || abd == 0 && isBetween(a, b, d)
                || cda == 0 && isBetween(c, d, a)
                || cdb == 0 && isBetween(c, d, b);
    }

    private static int turn(Point a, Point b, Point c) {
        return (int) Math.signum((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()));
    }

    private static boolean isBetween(Point a, Point b, Point on) {
        return Math.min(a.x(), b.x()) <= on.x()
                && on.x() <= Math.max(a.x(), b.x())
                && Math.min(a.y(), b.y()) <= on.y()
                && on.y() <= Math.max(a.y(), b.y());
    }

    private Point corner(int i) {
        return corners.get(i % corners.size());
    }
}
