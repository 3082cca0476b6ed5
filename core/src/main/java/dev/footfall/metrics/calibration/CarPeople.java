package dev.footfall.metrics.calibration;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.calibration.Errors.Band;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.parking.Parking;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.reason.CarReason;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.util.List;

/** The people who came in as told by the vehicles that came in: a number of its own, also while the doors are silent. */
public final class CarPeople {
    private final DaySeconds day;
    private final StoreCalendar calendar;
    private final Coverage coverage;
    private final Parking parking;
    private final CarPast past;
    private final List<Window> hours;

    /**
     * Begins a day.
     *
     * @param past what earlier days teach; asked anew for every row
     */
    public CarPeople(DaySeconds day, StoreCalendar calendar, Coverage coverage, Parking parking, CarPast past) {
        this.day = day;
        this.calendar = calendar;
        this.coverage = coverage;
        this.parking = parking;
        this.past = past;
        this.hours = calendar.windows(day.day(), Grain.HOUR);
    }

    /**
     * Adds the rows of an hour or a day, if gates count vehicles.
     *
     * @param doors whether doors count people, who can teach what a vehicle stands for
     */
    public void addTo(Rows rows, boolean doors) {
        RowSpan span = rows.span();
        if (span.grain() == Grain.QUARTER || !parking.hasGates()) {
            return;
        }
        CarsToPeople taught = past.before(day.day().date());
        if (!doors && taught.days() == 0) {
            return;
        }
        Quality quality = coverage.all(parking.gateSensors(), span.from(), span.to(), new CarReason.NoGate());
        rows.add(Metric.CARS_PEOPLE, Scope.STORE, people(span, taught, quality), Basis.COUNTER);
        int hour = hour(span.from());
        Figure ratio = taught.ratio()
                .figure(
                        span.grain() == Grain.HOUR ? h -> h == hour : h -> true,
                        quality.completeness(),
                        new CarReason.CarsRarelyKnown(PeoplePer.FEWEST_DAYS));
        rows.add(Metric.CARS_RATIO, Scope.STORE, ratio, Basis.FUSED);
    }

    private Figure people(RowSpan span, CarsToPeople taught, Quality quality) {
        if (taught.missing() != null) {
            State state = quality.closed() ? State.CLOSED : State.INVALID;
            Reason why = Reason.join(quality.silence(), taught.missing());
            return new Figure(null, null, null, quality.completeness(), state, why);
        }
        double people = 0;
        double low = 0;
        double high = 0;
        long cars = 0;
        for (Window window : hours) {
            int from = Math.max(span.from(), day.border(window.start()));
            int to = Math.min(span.to(), day.border(window.end()));
            if (from < to) {
                long in = parking.in(from, to);
                double told = taught.people(day.day().date().getDayOfWeek(), hour(from), in);
                Band band = taught.aroundHour(told);
                cars += in;
                people += told;
                low += band.low();
                high += band.high();
            }
        }
        if (span.grain() == Grain.DAY && span.dayClosed()) {
            Band whole = taught.aroundDay(people);
            low = whole.low();
            high = whole.high();
        }
        Reason note = new CarReason.ByVehicles(cars, taught.days());
        return new Rows.Evidence(quality, cars > 0, true, note, Basis.COUNTER)
                .figure(people, Math.max(0, Math.min(low, people)), Math.max(high, people));
    }

    private int hour(int second) {
        return calendar.reading(day.instant(second)).getHour();
    }
}
