package dev.footfall.simulator.visit;

import dev.footfall.store.StoreConfig.Point;
import java.util.Arrays;

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
        private long[] times = new long[64];
        private double[] xs = new double[64];
        private double[] ys = new double[64];
        private int size;

        Builder(long start, Point at) {
            add(start, at.x(), at.y());
        }

        long now() {
            return times[size - 1];
        }

        Point here() {
            return new Point(xs[size - 1], ys[size - 1]);
        }

        void walkTo(Point target, double metresPerSecond) {
            add(now() + walkMillis(here(), target, metresPerSecond), target.x(), target.y());
        }

        void standUntil(long millis) {
            if (millis > now()) {
                add(millis, xs[size - 1], ys[size - 1]);
            }
        }

        private void add(long at, double x, double y) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                xs = Arrays.copyOf(xs, 2 * size);
                ys = Arrays.copyOf(ys, 2 * size);
            }
            times[size] = at;
            xs[size] = x;
            ys[size] = y;
            size++;
        }

        Path build() {
            return new Path(Arrays.copyOf(times, size), Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
        }
    }

    static long walkMillis(Point from, Point to, double metresPerSecond) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return Math.max(1, Math.round(1000 * Math.sqrt(dx * dx + dy * dy) / metresPerSecond));
    }
}
