package dev.footfall.simulator.visit;

import dev.footfall.simulator.floor.Shape;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a path means for zones and lines, by the published definition: a change counts once the person is {@value
 * #HYSTERESIS_M} m beyond the border, at the time of the geometric crossing; who starts in a zone has entered it.
 */
public final class Whereabouts {
    static final double HYSTERESIS_M = 0.2;
    private static final int SAMPLES = 24;

    private Whereabouts() {}

    /** Half-open span in epoch milliseconds that was spent in a zone. */
    public record Stay(long start, long end) {
        public long millis() {
            return end - start;
        }
    }

    /** A line crossed at a moment, in its forward direction or backward. */
    public record Crossing(long at, boolean forward) {}

    /** A part of a path on one side of a border, and how far from it the path got. */
    private record Piece(long start, long end, boolean inside, double depth) {}

    /** The stays of a path in a zone, in order. */
    public static List<Stay> stays(Path path, Shape shape) {
        List<Stay> stays = new ArrayList<>();
        boolean inside = false;
        long since = 0;
        boolean first = true;
        for (Piece piece : pieces(path, shape)) {
            if (piece.inside() != inside && (first || piece.depth() >= HYSTERESIS_M)) {
                inside = piece.inside();
                if (inside) {
                    since = piece.start();
                } else if (piece.start() > since) {
                    stays.add(new Stay(since, piece.start()));
                }
            }
            first = false;
        }
        if (inside && path.end() > since) {
            stays.add(new Stay(since, path.end()));
        }
        return stays;
    }

    private static List<Piece> pieces(Path path, Shape shape) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < path.corners(); i++) {
            if (shape.clearOf(path.x(i), path.y(i), path.x(i + 1), path.y(i + 1), HYSTERESIS_M)) {
                add(pieces, new Piece(path.time(i), path.time(i + 1), false, HYSTERESIS_M));
                continue;
            }
            double[] cuts = cuts(path, i, shape.corners());
            for (int c = 0; c + 1 < cuts.length; c++) {
                add(pieces, piece(path, i, cuts[c], cuts[c + 1], shape));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Piece next) {
        if (!pieces.isEmpty() && pieces.getLast().inside() == next.inside()) {
            Piece before = pieces.removeLast();
            pieces.add(new Piece(before.start(), next.end(), next.inside(), Math.max(before.depth(), next.depth())));
        } else {
            pieces.add(next);
        }
    }

    private static Piece piece(Path path, int corner, double from, double to, Shape shape) {
        double middle = (from + to) / 2;
        boolean inside = shape.contains(x(path, corner, middle), y(path, corner, middle));
        boolean still = path.x(corner) == path.x(corner + 1) && path.y(corner) == path.y(corner + 1);
        int samples = still ? 1 : SAMPLES;
        double depth = 0;
        for (int s = 0; s <= samples && depth < HYSTERESIS_M; s++) {
            double u = from + (to - from) * s / samples;
            depth = Math.max(depth, shape.distanceToEdge(x(path, corner, u), y(path, corner, u)));
        }
        return new Piece(time(path, corner, from), time(path, corner, to), inside, depth);
    }

    /** Where between 0 and 1 a leg of the path cuts the polygon's edges, with both ends. */
    private static double[] cuts(Path path, int corner, List<Point> polygon) {
        double[] cuts = new double[polygon.size() + 2];
        int count = 0;
        cuts[count++] = 0;
        Point before = polygon.getLast();
        for (Point point : polygon) {
            double u = cut(path, corner, before, point);
            if (u > 0 && u < 1) {
                cuts[count++] = u;
            }
            before = point;
        }
        cuts[count++] = 1;
        Arrays.sort(cuts, 0, count);
        return Arrays.copyOf(cuts, count);
    }

    /** Where a leg of the path meets the segment, −1 if it does not. */
    private static double cut(Path path, int corner, Point a, Point b) {
        double dx = path.x(corner + 1) - path.x(corner);
        double dy = path.y(corner + 1) - path.y(corner);
        double ex = b.x() - a.x();
        double ey = b.y() - a.y();
        double cross = dx * ey - dy * ex;
        if (cross == 0) {
            return -1;
        }
        double ax = a.x() - path.x(corner);
        double ay = a.y() - path.y(corner);
        double along = (ax * dy - ay * dx) / cross;
        return along >= 0 && along < 1 ? (ax * ey - ay * ex) / cross : -1;
    }

    /** The crossings of a line by a path, in order. */
    public static List<Crossing> crossings(Path path, Line line) {
        List<Crossing> crossings = new ArrayList<>();
        int side = 0;
        long cutAt = -1;
        for (int i = 0; i < path.corners(); i++) {
            if (i > 0) {
                double u = cut(path, i - 1, line.from(), line.to());
                cutAt = u >= 0 && u <= 1 ? time(path, i - 1, u) : cutAt;
            }
            double s = side(line, path.x(i), path.y(i));
            if (Math.abs(s) >= HYSTERESIS_M) {
                int now = s > 0 ? 1 : -1;
                if (side != 0 && now != side && cutAt >= 0) {
                    crossings.add(new Crossing(cutAt, now > 0));
                }
                side = now;
                cutAt = -1;
            }
        }
        return crossings;
    }

    /** Signed distance from the line in metres; it grows in the forward direction. */
    private static double side(Line line, double x, double y) {
        double dx = line.to().x() - line.from().x();
        double dy = line.to().y() - line.from().y();
        double s = dx * (y - line.from().y()) - dy * (x - line.from().x());
        return s / Math.sqrt(dx * dx + dy * dy);
    }

    private static double x(Path path, int corner, double u) {
        return path.x(corner) + u * (path.x(corner + 1) - path.x(corner));
    }

    private static double y(Path path, int corner, double u) {
        return path.y(corner) + u * (path.y(corner + 1) - path.y(corner));
    }

    private static long time(Path path, int corner, double u) {
        return path.time(corner) + Math.round(u * (path.time(corner + 1) - path.time(corner)));
    }
}
