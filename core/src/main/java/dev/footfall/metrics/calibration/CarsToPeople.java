package dev.footfall.metrics.calibration;

import dev.footfall.metrics.calibration.Errors.Band;
import dev.footfall.metrics.calibration.Errors.Quarter;
import dev.footfall.metrics.calibration.PeoplePer.Count;
import dev.footfall.reason.CarReason;
import dev.footfall.reason.CarReason.CarsUncalibrated;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier days teach about how many people come in for each vehicle that comes in. An hour of a weekday has a ratio of
 * its own as far as enough vehicles came in it, else that of the hour, else that of all hours. The interval comes from the
 * errors on days left out.
 */
public final class CarsToPeople {
    /** So many vehicles in an hour of a weekday make its own ratio count half, and so many in an hour of all days. */
    private static final double HALF_BELIEVED = 60;

    /** One day can not tell how far off another is. */
    private static final int FEWEST_DAYS = 2;

    private static final int FEWEST_HOURS = 12;
    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;

    private final List<Day> days;
    private final PeoplePer ratio;
    private final @Nullable Reason missing;
    private final Sums sums;
    private final Errors hourErrors;
    private final Errors dayErrors;

    /**
     * A business day's hours in which both were known.
     *
     * @param hours by hour of the clock
     */
    record Day(LocalDate date, List<Count> hours) {
        Day {
            hours = List.copyOf(hours);
        }
    }

    private CarsToPeople(List<Day> taught) {
        this.days = taught;
        this.ratio = new PeoplePer(taught.stream().map(Day::hours).toList());
        this.sums = new Sums();
        taught.forEach(day -> sums.add(day, 1));
        this.missing = missing(taught, sums);
        List<Quarter> hours = new ArrayList<>();
        List<Quarter> whole = new ArrayList<>();
        if (missing == null) {
            leaveOut(hours, whole);
        }
        this.hourErrors = new Errors(hours);
        this.dayErrors = new Errors(whole);
    }

    /** Learns from days, in their order; days without hours teach nothing. */
    static CarsToPeople of(List<Day> earlier) {
        return new CarsToPeople(
                earlier.stream().filter(day -> !day.hours().isEmpty()).toList());
    }

    private static @Nullable Reason missing(List<Day> days, Sums sums) {
        int hours = days.stream().mapToInt(day -> day.hours().size()).sum();
        if (days.size() < FEWEST_DAYS || hours < FEWEST_HOURS) {
            return new CarsUncalibrated(days.size(), Word.days(days.size()), hours, FEWEST_DAYS, FEWEST_HOURS);
        }
        return sums.allCars > 0 ? null : new CarReason.NoVehicleBefore();
    }

    /** Why nothing can be told from vehicles, or null if it can. */
    @Nullable
    Reason missing() {
        return missing;
    }

    int days() {
        return days.size();
    }

    PeoplePer ratio() {
        return ratio;
    }

    /** People who come in while so many vehicles do. */
    double people(DayOfWeek weekday, int hour, double cars) {
        return sums.ratio(weekday, hour) * cars;
    }

    /** The 90 % interval around an hour's people. */
    Band aroundHour(double estimate) {
        return hourErrors.around(estimate);
    }

    /** The 90 % interval around a whole day's people. */
    Band aroundDay(double estimate) {
        return dayErrors.around(estimate);
    }

    private void leaveOut(List<Quarter> hours, List<Quarter> whole) {
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            sums.add(day, -1);
            double estimate = 0;
            double people = 0;
            for (Count count : day.hours()) {
                double told = sums.ratio(day.date().getDayOfWeek(), count.hour()) * count.of();
                hours.add(new Quarter(i, told, count.people()));
                estimate += told;
                people += count.people();
            }
            whole.add(new Quarter(i, estimate, people));
            sums.add(day, 1);
        }
    }

    /** Vehicles and people of all days, of each hour, and of each hour of a weekday. */
    private static final class Sums {
        private double allCars;
        private double allPeople;
        private final double[][] hour = new double[HOURS][2];
        private final double[][] slot = new double[WEEKDAYS * HOURS][2];

        void add(Day day, int sign) {
            for (Count count : day.hours()) {
                allCars += sign * count.of();
                allPeople += sign * count.people();
                add(hour[count.hour()], count, sign);
                add(slot[slot(day.date().getDayOfWeek(), count.hour())], count, sign);
            }
        }

        private static void add(double[] sum, Count count, int sign) {
            sum[0] += sign * count.of();
            sum[1] += sign * count.people();
        }

        private static int slot(DayOfWeek weekday, int hour) {
            return weekday.ordinal() * HOURS + hour;
        }

        double ratio(DayOfWeek weekday, int atHour) {
            double all = allCars > 0 ? allPeople / allCars : 0;
            double ofHour = drawnTo(all, hour[atHour]);
            return drawnTo(ofHour, slot[slot(weekday, atHour)]);
        }

        private static double drawnTo(double prior, double[] sum) {
            return (sum[1] + HALF_BELIEVED * prior) / (sum[0] + HALF_BELIEVED);
        }
    }
}
