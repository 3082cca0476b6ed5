package dev.footfall.simulator.visit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;

/**
 * How many come, when, and how they behave.
 *
 * @param arrivalsPerHour people per open hour, averaged over the open hours of an average day
 * @param workday the shape of Monday to Friday
 * @param weekend the shape of Saturday and Sunday
 * @param weekdays each weekday's share of the average, Monday first
 * @param dayToDay standard deviation of a day's factor around 1
 * @param meanBrowse mean time spent at shelves, without walking and queueing
 * @param buyers share of groups that buy
 * @param meanService mean time at a till
 */
public record TrafficProfile(
        double arrivalsPerHour,
        Curve workday,
        Curve weekend,
        List<Double> weekdays,
        double dayToDay,
        Duration meanBrowse,
        double buyers,
        Duration meanService) {

    /** Shares of groups of one, two, three and four. */
    static final List<Double> GROUP_SIZES = List.of(0.60, 0.27, 0.09, 0.04);

    static final double MEAN_GROUP = 0.60 + 2 * 0.27 + 3 * 0.09 + 4 * 0.04;

    public TrafficProfile {
        if (!(arrivalsPerHour >= 0) || !Double.isFinite(arrivalsPerHour)) {
            throw new IllegalArgumentException("arrivals per hour [" + arrivalsPerHour + "] must be a number from 0");
        }
        if (weekdays.size() != 7) {
            throw new IllegalArgumentException("seven weekdays are needed, not " + weekdays.size());
        }
        weekdays = List.copyOf(weekdays);
    }

    /** A shop with a lunch and an evening peak, fuller afternoons at the weekend, and Saturday as its best day. */
    public static TrafficProfile shop(double arrivalsPerHour) {
        return new TrafficProfile(
                arrivalsPerHour,
                new Curve(0.35, List.of(new Peak(12.6, 1.3, 1.0), new Peak(18.3, 1.7, 1.35))),
                new Curve(0.35, List.of(new Peak(14.8, 2.2, 1.3), new Peak(18.6, 1.8, 1.0))),
                List.of(0.85, 0.82, 0.88, 0.95, 1.10, 1.30, 1.10),
                0.07,
                Duration.ofSeconds(390),
                0.34,
                Duration.ofSeconds(55));
    }

    /** The same with visitors who look around for longer or shorter. */
    public TrafficProfile browsing(Duration mean) {
        return new TrafficProfile(arrivalsPerHour, workday, weekend, weekdays, dayToDay, mean, buyers, meanService);
    }

    Curve curveOn(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? weekend : workday;
    }

    double factorOn(DayOfWeek day) {
        return weekdays.get(day.getValue() - 1);
    }

    /** Relative intensity over the local clock: a base and its peaks, round the clock. */
    public record Curve(double base, List<Peak> peaks) {
        public Curve {
            peaks = List.copyOf(peaks);
        }

        double at(double hour) {
            double sum = base;
            for (Peak peak : peaks) {
                double away = Math.abs(hour - peak.hour()) % 24;
                double distance = Math.min(away, 24 - away) / peak.widthHours();
                sum += peak.weight() * StrictMath.exp(-distance * distance / 2);
            }
            return sum;
        }
    }

    /** A bell around a local hour (18.5 is half past six). */
    public record Peak(double hour, double widthHours, double weight) {}
}
