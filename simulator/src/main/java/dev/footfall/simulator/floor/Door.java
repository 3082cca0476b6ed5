package dev.footfall.simulator.floor;

import dev.footfall.store.StoreConfig.Point;

/**
 * One entrance.
 *
 * @param id the entrance's id
 * @param threshold where people cross it
 * @param inX inward direction, unit length
 * @param inY inward direction, unit length
 * @param widthM its width in metres
 * @param apronM how far outside the threshold people can already be seen: 0 where the floor plan ends at the door, more
 *     where a perimeter line lies inside the plan
 */
public record Door(String id, Point threshold, double inX, double inY, double widthM, double apronM) {

    /** The point at the given distance inward of the threshold (negative: outside), and aside along it. */
    public Point at(double inward, double aside) {
        return new Point(threshold.x() + inward * inX - aside * inY, threshold.y() + inward * inY + aside * inX);
    }
}
