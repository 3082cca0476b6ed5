package dev.footfall.metrics.parking;

import dev.footfall.observation.SensorId;
import java.util.List;

/**
 * What the gates of a car park counted on a day, beside what is known of its level.
 *
 * @param in vehicles in while the change of the level was known, else over the whole day
 * @param out vehicles out in the same time
 * @param change vehicles that there were more at the end of that time
 * @param anchored false if nothing tells the change: it is then taken as 0, and vehicles that stayed are part of the rest
 * @param completeness share of the open seconds in which the gates were live, mean over them
 */
public record ParkDay(
        String carPark, List<Lane> lanes, double in, double out, double change, boolean anchored, double completeness) {
    public ParkDay {
        lanes = List.copyOf(lanes);
    }

    /** What one sensor counted over the day. */
    public record Lane(SensorId sensor, int in, int out) {}

    /** Vehicles that came in more than is explained. */
    public double surplus() {
        return in - out - change;
    }

    public double crossings() {
        return in + out;
    }

    public double rate() {
        return crossings() == 0 ? 0 : 2 * surplus() / crossings();
    }
}
