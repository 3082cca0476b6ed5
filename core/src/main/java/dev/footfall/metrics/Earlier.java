package dev.footfall.metrics;

import dev.footfall.metrics.calibration.Calibration;
import dev.footfall.metrics.calibration.CarPast;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.metrics.counting.StayPast;
import dev.footfall.metrics.parking.ParkPast;
import dev.footfall.time.StoreCalendar;
import java.util.function.Supplier;

/**
 * What earlier days teach a day that begins.
 *
 * @param doors how the counters err
 * @param wifi how many people a radio device stands for; asked whenever it is needed, for the day before may still be open
 * @param parks the last weeks of the car parks, which grow likewise
 * @param cars how many people a vehicle stands for, likewise
 * @param stays how long people stayed, likewise
 */
public record Earlier(LearnedFactors doors, Supplier<Calibration> wifi, ParkPast parks, CarPast cars, StayPast stays) {

    /** Nothing is known of radio devices and cars. */
    public static Earlier ofDoors(LearnedFactors doors, StoreCalendar calendar) {
        return new Earlier(
                doors, () -> Calibration.NONE, new ParkPast(calendar), new CarPast(calendar), new StayPast(calendar));
    }

    public Earlier withWifi(Calibration calibration) {
        return new Earlier(doors, () -> calibration, parks, cars, stays);
    }

    public Earlier withParks(ParkPast past) {
        return new Earlier(doors, wifi, past, cars, stays);
    }

    public Earlier withCars(CarPast past) {
        return new Earlier(doors, wifi, parks, past, stays);
    }
}
