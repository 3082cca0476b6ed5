package dev.footfall.simulator.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.simulator.floor.Door;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Parking;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import java.util.ArrayList;
import java.util.List;

/** The true measurements of a day: counts at the doors, people inside, their stays, zones, lines, sales and cars. */
public final class DayTruth {
    private final StoreConfig config;
    private final StoreCalendar calendar;
    private final List<Door> doors;
    private final ZoneTruth zones;
    private final Parking parking;

    public DayTruth(StoreConfig config, Floor floor, long seed) {
        this.config = config;
        this.calendar = config.calendar();
        this.doors = floor.doors();
        this.zones = new ZoneTruth(floor, calendar);
        this.parking =
                new Parking(seed, config.carParks().stream().map(CarPark::id).toList());
    }

    public List<TruthRow> rows(DayPlan plan) {
        List<TruthRow> rows = new ArrayList<>();
        doors(plan, rows);
        presence(plan, rows);
        staff(plan, rows);
        zones.add(plan, rows);
        sales(plan, rows);
        cars(plan, rows);
        return rows;
    }

    private Series series(DayPlan plan) {
        return new Series(calendar, plan.day());
    }

    private void doors(DayPlan plan, List<TruthRow> rows) {
        Series allIn = series(plan);
        Series allOut = series(plan);
        Series allFootfall = series(plan);
        for (Door door : doors) {
            Series in = series(plan);
            Series out = series(plan);
            for (Visit visit : plan.visits()) {
                if (visit.entryDoor().equals(door.id())) {
                    in.add(visit.entry(), 1);
                }
                if (visit.exitDoor().equals(door.id())) {
                    out.add(visit.exit(), 1);
                }
            }
            Series footfall = footfall(plan, basis(door), in, out);
            if (!door.id().isEmpty()) {
                Scope scope = new Scope.Entrance(door.id());
                in.rows(Metric.ENTRIES, scope, rows);
                out.rows(Metric.EXITS, scope, rows);
                footfall.rows(Metric.FOOTFALL, scope, rows);
            }
            allIn.plus(in, 1);
            allOut.plus(out, 1);
            allFootfall.plus(footfall, 1);
        }
        allIn.rows(Metric.ENTRIES, Scope.STORE, rows);
        allOut.rows(Metric.EXITS, Scope.STORE, rows);
        allFootfall.rows(Metric.FOOTFALL, Scope.STORE, rows);
    }

    /** Those who work here, whom no figure of visitors holds. */
    private void staff(DayPlan plan, List<TruthRow> rows) {
        if (plan.staff().isEmpty()) {
            return;
        }
        Series in = series(plan);
        Series out = series(plan);
        Series present = series(plan);
        for (Visit stint : plan.staff()) {
            in.add(stint.entry(), 1);
            out.add(stint.exit(), 1);
            present.integrate(stint.entry(), stint.exit(), 1);
        }
        in.rows(Metric.ENTRIES_STAFF, Scope.STORE, rows);
        out.rows(Metric.EXITS_STAFF, Scope.STORE, rows);
        present.meanRows(Metric.STAFF_PRESENT, Scope.STORE, rows);
    }

    private CountBasis basis(Door door) {
        return config.entrances().stream()
                .filter(entrance -> entrance.id().equals(door.id()))
                .map(Entrance::countBasis)
                .findFirst()
                .orElse(CountBasis.IN);
    }

    private Series footfall(DayPlan plan, CountBasis basis, Series in, Series out) {
        return switch (basis) {
            case IN -> in;
            case OUT -> out;
            case MEAN -> series(plan).plus(in, 0.5).plus(out, 0.5);
        };
    }

    private void presence(DayPlan plan, List<TruthRow> rows) {
        Series mean = series(plan);
        Series most = series(plan);
        Presence.of(plan.visits()).forEach(level -> {
            mean.integrate(level.start(), level.end(), level.people());
            most.raise(level.start(), level.end(), level.people());
        });
        mean.meanRows(Metric.OCCUPANCY, Scope.STORE, rows);
        most.rows(Metric.OCCUPANCY_MAX, Scope.STORE, rows);
        if (!plan.visits().isEmpty()) {
            double stay = plan.visits().stream()
                            .mapToLong(Visit::stayMillis)
                            .average()
                            .orElse(0)
                    / 1000;
            rows.add(new TruthRow(
                    Metric.DWELL_MEAN, Scope.STORE, Grain.DAY, plan.day().window(), stay));
        }
    }

    private void sales(DayPlan plan, List<TruthRow> rows) {
        Series transactions = series(plan);
        Series sales = series(plan);
        for (Visit visit : plan.visits()) {
            var purchase = visit.purchase();
            if (purchase != null) {
                transactions.add(purchase.at(), 1);
                sales.add(purchase.at(), purchase.amount().doubleValue());
            }
        }
        transactions.rows(Metric.TRANSACTIONS, Scope.STORE, rows);
        sales.rows(Metric.SALES, Scope.STORE, rows);
    }

    private void cars(DayPlan plan, List<TruthRow> rows) {
        for (CarPark carPark : config.carParks()) {
            Series in = series(plan);
            Series out = series(plan);
            Series present = series(plan);
            Series stayed = series(plan);
            for (Parking.Car car : parking.cars(plan, carPark.id())) {
                in.add(car.in(), 1);
                out.add(car.out(), 1);
                present.integrate(car.in(), car.out(), 1);
                stayed.add(car.out(), (car.out() - car.in()) / 1000.0);
            }
            Scope scope = new Scope.CarPark(carPark.id());
            in.rows(Metric.VEHICLES_IN, scope, rows);
            out.rows(Metric.VEHICLES_OUT, scope, rows);
            present.meanRows(Metric.VEHICLES_PRESENT, scope, rows);
            stayed.ratioRows(out, Metric.PARKING_STAY, scope, rows);
        }
    }
}
