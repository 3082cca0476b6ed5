package dev.footfall.metrics.parking;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.WatchedSensor;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.grid.LevelStream;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.row.Rows.Evidence;
import dev.footfall.observation.Fact;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.time.Grain;
import java.util.LinkedHashMap;
import java.util.Map;
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

    public Parking(StoreConfig config, DaySeconds day, Dirty dirty) {
        this.day = day;
        for (CarPark carPark : config.carParks()) {
            carParks.put(carPark.id(), new CarParkFold(carPark.id(), day, dirty));
        }
    }

    /** A sensor with a car park watches it, whether or not it has spoken. */
    public void watch(WatchedSensor sensor) {
        park(sensor, null);
    }

    public void add(WatchedSensor sensor, long millis, Fact.Vehicle vehicle) {
        CarParkFold park = park(sensor, vehicle.carPark());
        if (park != null) {
            park.pass(millis, vehicle.direction(), vehicle.plate());
        }
    }

    public void add(WatchedSensor sensor, long millis, Fact.Parked parked) {
        CarParkFold park = park(sensor, parked.carPark());
        if (park != null) {
            park.count(millis, parked.count());
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
            } else if (park.hasLevel()) {
                int last = park.present(day.quarters() - 1)[(day.end() - 1) % DaySeconds.QUARTER];
                SensorId teller = park.sensors().iterator().next().sensor();
                seen.level(teller, "", park.lastChange(), new Fact.Parked(Math.max(0, last), park.id()));
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
                    park.in(span.from(), span.to()),
                    "no vehicle is known to have come and gone",
                    evidence.estimatedBecause("vehicle-seconds / vehicles in"));
        }
    }

    private static void addLevel(Rows rows, Scope scope, CarParkFold park, Evidence evidence) {
        RowSpan span = rows.span();
        long sum = 0;
        int seconds = 0;
        int max = -1;
        int last = -1;
        for (int quarter = span.from() / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < span.to(); quarter++) {
            int[] present = park.present(quarter);
            int start = quarter * DaySeconds.QUARTER;
            for (int i = Math.max(0, span.from() - start); i < Math.min(900, span.to() - start); i++) {
                last = present[i];
                if (last >= 0) {
                    sum += last;
                    seconds++;
                    max = Math.max(max, last);
                }
            }
        }
        Evidence level = seconds > 0 ? evidence : evidence.with("nothing tells how many vehicles there were");
        rows.add(Metric.VEHICLES_PRESENT, scope, seconds > 0 ? Double.valueOf(sum / (double) seconds) : null, level);
        rows.add(Metric.VEHICLES_PRESENT_MAX, scope, seconds > 0 ? Double.valueOf(max) : null, level);
        rows.add(Metric.VEHICLES_PRESENT_LAST, scope, last >= 0 ? Double.valueOf(last) : null, level);
        if (span.grain() != Grain.QUARTER) {
            addStay(rows, scope, park, sum, evidence);
        }
    }
}
