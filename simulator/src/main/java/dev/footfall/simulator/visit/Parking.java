package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cars of those who come by car: parked some minutes before the group enters and gone some minutes after its last
 * member left, always within the business day.
 *
 * @param seed the simulation's seed
 * @param carParks ids of the car parks; each group uses one of them
 */
public record Parking(long seed, List<String> carParks) {
    private static final double BY_CAR = 0.45;
    private static final double FASTEST_MILLIS = 45_000;
    private static final double SLOWEST_MILLIS = 300_000;

    public Parking {
        carParks = List.copyOf(carParks);
    }

    /** A car's stay. */
    public record Car(long in, long out, String plate) {}

    /** The day's cars in one car park, in the order of arrival. */
    public List<Car> cars(DayPlan plan, String carPark) {
        Dice dice = Dice.of(seed, "parking", plan.day().date().toEpochDay());
        List<Car> cars = new ArrayList<>();
        Map<Integer, Long> lastOut = new HashMap<>();
        plan.visits().forEach(visit -> lastOut.merge(visit.group(), visit.exit(), Math::max));
        for (Visit visit : plan.visits()) {
            if (visit.leader() && dice.chance(BY_CAR)) {
                long in = Math.max(plan.start(), visit.entry() - walk(dice));
                long out = Math.min(plan.end() - 1, lastOut.getOrDefault(visit.group(), visit.exit()) + walk(dice));
                String plate = plate(dice);
                if (carParks.get(dice.below(carParks.size())).equals(carPark)) {
                    cars.add(new Car(in, out, plate));
                }
            }
        }
        cars.sort(Comparator.comparingLong(Car::in));
        return cars;
    }

    private static long walk(Dice dice) {
        return (long) dice.between(FASTEST_MILLIS, SLOWEST_MILLIS);
    }

    private static String plate(Dice dice) {
        String letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
        return String.format(
                Locale.ROOT,
                "%c%c%05d",
                letters.charAt(dice.below(letters.length())),
                letters.charAt(dice.below(letters.length())),
                dice.below(100_000));
    }
}
