package dev.footfall.metrics.parking;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.counting.Factors;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.observation.Fact;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.CarReason;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.time.Grain;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store's car parks on one day. */
public final class Parking {

    /** Sees something to carry over to the next day. */
    @FunctionalInterface
    public interface LevelSeen {
        void level(SensorId sensor, String line, long millis, Fact fact);
    }

    /** Share of those who left whose stay must be known. */
    private static final double MOST = 0.5;

    private final DaySeconds day;
    private final Map<String, CarParkFold> carParks = new LinkedHashMap<>();

    /**
     * Begins a day.
     *
     * @param past what earlier days teach; asked anew for every row
     */
    public Parking(StoreConfig config, DaySeconds day, Dirty dirty, ParkPast past) {
        this.day = day;
        LocalDate date = day.day().date();
        for (CarPark carPark : config.carParks()) {
            carParks.put(carPark.id(), new CarParkFold(carPark, day, dirty, () -> past.before(carPark.id(), date)));
        }
    }

    /** A sensor with a car park watches it, whether or not it has spoken. */
    public void watch(WatchedSensor sensor) {
        park(sensor, null);
    }

    public void add(WatchedSensor sensor, long millis, Fact.Vehicle vehicle) {
        CarParkFold park = park(sensor, vehicle.carPark());
        if (park != null) {
            park.pass(sensor.id(), millis, vehicle.direction(), vehicle.plate());
        }
    }

    public void add(WatchedSensor sensor, String line, long millis, Fact.Parked parked) {
        CarParkFold park = park(sensor, parked.carPark());
        if (park != null) {
            park.count(line, millis, parked.count());
        }
    }

    public void add(WatchedSensor sensor, String line, long millis, Fact.Bay bay) {
        CarParkFold park = park(sensor, null);
        if (park != null) {
            park.bay(new CarParkFold.Place(sensor.id(), line, bay.bay()), millis, bay.occupied());
        }
    }

    private @Nullable CarParkFold park(WatchedSensor sensor, @Nullable String named) {
        CarParkFold park = named == null ? null : carParks.get(named);
        if (park == null && sensor.config().carPark() != null) {
            park = carParks.get(sensor.config().carPark());
        }
        if (park != null) {
            park.sensors().add(sensor.life());
        }
        return park;
    }

    /** Shows what the next day begins with: the state of every bay, else the number of vehicles. */
    public void lastLevels(LevelSeen seen) {
        for (CarParkFold park : carParks.values()) {
            if (park.byBays()) {
                park.bays().forEach((place, bay) -> showBay(seen, place, bay));
            } else if (park.hasLevel() && !park.emptiesByGates()) {
                SensorId teller = park.sensors().iterator().next().sensor();
                seen.level(teller, park.lastBy(), park.lastChange(), new Fact.Parked(park.last(), park.id()));
            }
        }
    }

    private static void showBay(LevelSeen seen, CarParkFold.Place place, LevelStream bay) {
        int last = bay.size() - 1;
        seen.level(place.sensor(), place.line(), bay.millis(last), new Fact.Bay(place.bay(), bay.level(last) == 1));
    }

    public void addTo(Rows rows, Coverage coverage) {
        RowSpan span = rows.span();
        for (CarParkFold park : carParks.values()) {
            if (park.sensors().isEmpty()) {
                continue;
            }
            Scope scope = new Scope.CarPark(park.id());
            long in = park.in(span.from(), span.end());
            long out = park.out(span.from(), span.end());
            Evidence evidence = new Evidence(
                    coverage.any(park.sensors(), span.from(), span.to()), in + out > 0, false, null, Basis.COUNTER);
            if (park.hasGates()) {
                rows.add(Metric.VEHICLES_IN, scope, (double) in, evidence);
                rows.add(Metric.VEHICLES_OUT, scope, (double) out, evidence);
            }
            if (span.grain() == Grain.DAY && span.dayClosed() && in > 0 && out > 0) {
                ParkDay told = park.told(evidence.quality().completeness());
                rows.add(
                        Metric.DRIFT_RATE,
                        scope,
                        told.rate(),
                        told.anchored() ? evidence : evidence.with(new CarReason.StayedOvernight()));
            }
            if (park.hasLevel()) {
                addLevel(rows, scope, park, evidence);
            }
        }
    }

    /** By bays or by plates where they tell of most who left; else by Little's law. */
    private static void addStay(Rows rows, Scope scope, CarParkFold park, double vehicleSeconds, Evidence evidence) {
        RowSpan span = rows.span();
        Stays.Sum known = park.stays(span.from(), span.to());
        long out = park.out(span.from(), span.to());
        if (known.vehicles() > 0 && known.vehicles() >= MOST * out) {
            rows.add(Metric.PARKING_STAY, scope, known.seconds() / known.vehicles(), evidence);
        } else {
            rows.addRatio(
                    Metric.PARKING_STAY,
                    scope,
                    vehicleSeconds,
                    park.factors(span.dayClosed()).in() * park.in(span.from(), span.to()),
                    new CarReason.NoVehicleKnown(),
                    evidence.estimatedBecause(new CarReason.StayByArrivals()));
        }
    }

    /** Sums over the seconds whose level is known. */
    private static final class Sums {
        private final double[] present = new double[DaySeconds.QUARTER];
        private final double[] halfWidth = new double[DaySeconds.QUARTER];
        private int seconds;
        private double sum;
        private double halfSum;
        private double max;
        private double last = Double.NaN;

        Sums(CarParkFold park, RowSpan span) {
            CarParkFold.Quarters level = park.level(span.dayClosed());
            for (int quarter = span.from() / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < span.to(); quarter++) {
                level.fill(quarter, present, halfWidth);
                int start = quarter * DaySeconds.QUARTER;
                for (int i = Math.max(0, span.from() - start); i < Math.min(900, span.to() - start); i++) {
                    add(present[i], halfWidth[i]);
                }
            }
        }

        private void add(double vehicles, double half) {
            last = vehicles;
            if (!Double.isNaN(vehicles)) {
                sum += vehicles;
                halfSum += half;
                seconds++;
                max = Math.max(max, vehicles);
            }
        }
    }

    private static void addLevel(Rows rows, Scope scope, CarParkFold park, Evidence evidence) {
        RowSpan span = rows.span();
        Sums sums = new Sums(park, span);
        Factors factors = park.factors(span.dayClosed());
        if (sums.seconds == 0) {
            Evidence level = evidence.with(new CarReason.VehiclesUnknown());
            rows.add(Metric.VEHICLES_PRESENT, scope, null, level);
            rows.add(Metric.VEHICLES_PRESENT_MAX, scope, null, level);
            rows.add(Metric.VEHICLES_PRESENT_LAST, scope, null, level);
        } else {
            boolean corrected = !park.byBays() && (factors.in() != 1 || factors.out() != 1);
            Reason learned = new CarReason.GatesLose();
            Evidence level = evidence.with(factors.note() == null && corrected ? learned : factors.note());
            double mean = sums.sum / sums.seconds;
            if (park.emptiesByGates()) {
                double half = sums.halfSum / sums.seconds;
                double high = mean * (1 + factors.unseen()) + half;
                rows.add(Metric.VEHICLES_PRESENT, scope, mean, Math.max(0, mean - half), high, level);
            } else {
                rows.add(Metric.VEHICLES_PRESENT, scope, Double.valueOf(mean), level);
            }
            rows.add(Metric.VEHICLES_PRESENT_MAX, scope, Double.valueOf(sums.max), level);
            rows.add(
                    Metric.VEHICLES_PRESENT_LAST,
                    scope,
                    Double.isNaN(sums.last) ? null : Double.valueOf(sums.last),
                    level);
        }
        if (span.grain() != Grain.QUARTER) {
            addStay(rows, scope, park, sums.sum, evidence);
        }
    }

    /** Whether vehicles are counted at gates, or would be if there were any. */
    public boolean hasGates() {
        return gated().findAny().isPresent();
    }

    private Stream<CarParkFold> gated() {
        return carParks.values().stream().filter(park -> !park.sensors().isEmpty() && park.hasGates());
    }

    /** The sensors of the car parks with gates. */
    public Set<Liveness> gateSensors() {
        Set<Liveness> all = new TreeSet<>(Liveness.BY_SENSOR);
        gated().forEach(park -> all.addAll(park.sensors()));
        return all;
    }

    /** Vehicles that came in through any gate during the seconds [from, to). */
    public long in(int from, int to) {
        return gated().mapToLong(park -> park.in(from, to)).sum();
    }

    /** Each car park's day so far, for finding what is wrong with its gates. */
    public List<ParkDay> told(Coverage coverage) {
        return carParks.values().stream()
                .filter(park -> !park.sensors().isEmpty())
                .map(park -> park.told(coverage.all(park.sensors(), day.first(), day.end(), new SensorReason.NoSensor())
                        .completeness()))
                .toList();
    }
}
