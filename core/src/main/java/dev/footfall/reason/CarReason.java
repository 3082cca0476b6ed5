package dev.footfall.reason;

/** About car parks, and people as told by vehicles. */
public sealed interface CarReason extends Reason {
    @Says("no gate")
    record NoGate() implements CarReason {}

    @Says("nothing tells how many vehicles there were")
    record VehiclesUnknown() implements CarReason {}

    @Says("nothing tells how many vehicles stayed overnight: they are part of it")
    record StayedOvernight() implements CarReason {}

    @Says("no vehicle is known to have come and gone")
    record NoVehicleKnown() implements CarReason {}

    @Says("vehicle-seconds / vehicles in")
    record StayByArrivals() implements CarReason {}

    @Says("corrected for what the gates lose")
    record GatesLose() implements CarReason {}

    @Says("{vehicles} vehicles came in, calibrated on {days} earlier days")
    record ByVehicles(long vehicles, int days) implements CarReason {}

    /** @param days known; @param unit the word for so many days */
    @Says("not calibrated: vehicles and footfall were known together on {days} earlier {unit} for {hours} hours;"
            + " {fewest} days and {least} hours are needed")
    record CarsUncalibrated(int days, Word unit, int hours, int fewest, int least) implements CarReason {}

    @Says("not calibrated: no vehicle came in on the earlier days")
    record NoVehicleBefore() implements CarReason {}

    @Says("vehicles and footfall were known together on fewer than {days} earlier days in these hours")
    record CarsRarelyKnown(int days) implements CarReason {}
}
