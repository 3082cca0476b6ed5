package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.TrafficProfile.Curve;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When groups arrive: a Poisson process whose rate follows the day's curve, thinning out before closing time. */
final class Arrivals {
    private static final long STEP = 5 * 60_000L;
    private static final double TAPER = 45 * 60_000.0;
    private static final double LEAST = 0.2;

    private final TrafficProfile profile;
    private final ZoneId zone;

    Arrivals(TrafficProfile profile, ZoneId zone) {
        this.profile = profile;
        this.zone = zone;
    }

    /**
     * Epoch milliseconds of arrivals within an open span, in order.
     *
     * @param factor the day's share of an average day
     * @param lastMillis how long before the span's end nobody comes any more
     */
    List<Long> within(Window span, double factor, long lastMillis, Dice dice) {
        long open = span.start().toEpochMilli();
        long close = span.end().toEpochMilli();
        Curve curve = profile.curveOn(local(open).getDayOfWeek());
        double mean = mean(curve, open, close);
        double groupsPerMilli = factor * profile.arrivalsPerHour() / TrafficProfile.MEAN_GROUP / 3_600_000.0;
        double highest = highest(curve, open, close) / mean;
        List<Long> arrivals = new ArrayList<>();
        if (groupsPerMilli <= 0) {
            return arrivals;
        }
        double at = open;
        while (true) {
            at += dice.exponential(1 / (groupsPerMilli * highest));
            if (at >= close - lastMillis) {
                return arrivals;
            }
            double share = curve.at(hour((long) at)) / mean * taper(close - at) / highest;
            if (dice.chance(share)) {
                arrivals.add((long) at);
            }
        }
    }

    private static double taper(double left) {
        return left >= TAPER ? 1 : LEAST + (1 - LEAST) * left / TAPER;
    }

    private double mean(Curve curve, long open, long close) {
        double sum = 0;
        int steps = 0;
        for (long at = open; at < close; at += STEP) {
            sum += curve.at(hour(at));
            steps++;
        }
        return sum / steps;
    }

    private double highest(Curve curve, long open, long close) {
        double highest = 0;
        for (long at = open; at < close + STEP; at += STEP) {
            highest = Math.max(highest, curve.at(hour(at)));
        }
        return highest * 1.02;
    }

    private double hour(long millis) {
        return local(millis).toLocalTime().toNanoOfDay() / 3.6e12;
    }

    private LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
    }
}
