package dev.footfall.metrics.space;

/** A straight walk at even pace between two fixes: metres on the plan, microseconds of the day. */
record Move(long from, long to, double x0, double y0, double x1, double y1) {

    double x(double share) {
        return x0 + share * (x1 - x0);
    }

    double y(double share) {
        return y0 + share * (y1 - y0);
    }

    /** The part of the way between two shares of it. */
    Move part(double a, double b) {
        return new Move(at(a), at(b), x(a), y(a), x(b), y(b));
    }

    /** When the share of the way is done. Each share gives one moment, so neighbouring parts meet exactly. */
    long at(double share) {
        return from + Math.round(share * (to - from));
    }

    double minX() {
        return Math.min(x0, x1);
    }

    double maxX() {
        return Math.max(x0, x1);
    }

    double minY() {
        return Math.min(y0, y1);
    }

    double maxY() {
        return Math.max(y0, y1);
    }
}
