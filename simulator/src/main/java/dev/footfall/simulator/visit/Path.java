package dev.footfall.simulator.visit;

import dev.footfall.store.StoreConfig.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where one person was: straight from corner to corner at even speed, standing where two corners are the same place. */
public final class Path {
    private final long[] times;
    private final double[] xs;
    private final double[] ys;

    private Path(long[] times, double[] xs, double[] ys) {
        this.times = times;
        this.xs = xs;
        this.ys = ys;
    }

    public int corners() {
        return times.length;
    }

    /** Epoch milliseconds of a corner; never decreasing. */
    public long time(int corner) {
        return times[corner];
    }

    public double x(int corner) {
        return xs[corner];
    }

    public double y(int corner) {
        return ys[corner];
    }

    public long start() {
        return times[0];
    }

    public long end() {
        return times[times.length - 1];
    }

    /** The place at a moment within the path. */
    public Point at(long millis) {
        int found = Arrays.binarySearch(times, millis);
        if (found >= 0) {
            return new Point(xs[found], ys[found]);
        }
        int after = Math.clamp(-found - 1, 1, times.length - 1);
        int before = after - 1;
        double u = (double) (millis - times[before]) / (times[after] - times[before]);
        return new Point(xs[before] + u * (xs[after] - xs[before]), ys[before] + u * (ys[after] - ys[before]));
    }

    /** Collects corners in the order of time. */
    static final class Builder {
        private final List<Point> points = new ArrayList<>();
        private final List<Long> moments = new ArrayList<>();

        Builder(long start, Point at) {
            points.add(at);
            moments.add(start);
        }

        long now() {
            return moments.getLast();
        }

        Point here() {
            return points.getLast();
        }

        void walkTo(Point target, double metresPerSecond) {
            add(now() + walkMillis(here(), target, metresPerSecond), target);
        }

        void standUntil(long millis) {
            if (millis > now()) {
                add(millis, here());
            }
        }

        private void add(long at, Point point) {
            points.add(point);
            moments.add(at);
        }

        Path build() {
            return new Path(
                    moments.stream().mapToLong(Long::longValue).toArray(),
                    points.stream().mapToDouble(Point::x).toArray(),
                    points.stream().mapToDouble(Point::y).toArray());
        }
    }

    static long walkMillis(Point from, Point to, double metresPerSecond) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return Math.max(1, Math.round(1000 * Math.sqrt(dx * dx + dy * dy) / metresPerSecond));
    }
}
