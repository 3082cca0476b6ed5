package dev.footfall.metrics.space;

/** Everything within a distance of one edge: convex, so a straight way is in it for one stretch at most. */
final class Capsule {
    private Capsule() {}

    /** Distance from a point to the edge from a to b. */
    static double distance(double px, double py, double ax, double ay, double bx, double by) {
        double ex = bx - ax;
        double ey = by - ay;
        double length2 = ex * ex + ey * ey;
        double along = length2 == 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * ex + (py - ay) * ey) / length2));
        return Math.hypot(px - ax - along * ex, py - ay - along * ey);
    }

    /**
     * If the way is within the distance of the edge at this share, the share until which it stays so; else the given
     * share.
     */
    static double coveredUntil(Move move, double ax, double ay, double bx, double by, double distance, double share) {
        if (distance(move.x(share), move.y(share), ax, ay, bx, by) >= distance) {
            return share;
        }
        if (distance(move.x1(), move.y1(), ax, ay, bx, by) < distance) {
            return 1;
        }
        double inside = share;
        double outside = 1;
        // Convex: the border is crossed once between an inside and an outside point. Halving 40 times is below 1e-12.
        for (int i = 0; i < 40; i++) {
            double middle = (inside + outside) / 2;
            if (distance(move.x(middle), move.y(middle), ax, ay, bx, by) < distance) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}
