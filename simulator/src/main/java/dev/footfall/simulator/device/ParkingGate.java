package dev.footfall.simulator.device;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Parking;
import dev.footfall.simulator.visit.Parking.Car;
import java.util.Iterator;

/** A gate that tells the way and plate of each vehicle in its lane that it does not miss. */
final class ParkingGate implements Device {
    private final Site site;
    private final Parking parking;
    private final String carPark;
    private final int lane;
    private final int lanes;
    private final NativeWriter writer;

    ParkingGate(Site site, Parking parking, String carPark, int lane, int lanes) {
        this.site = site;
        this.parking = parking;
        this.carPark = carPark;
        this.lane = lane;
        this.lanes = lanes;
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        var outbox = new Outbox(site);
        writer.heartbeats(outbox, plan);
        Dice dice = site.dice("misses", plan.day().date().toEpochDay());
        Faults faults = site.faults();
        int number = 0;
        for (Car car : parking.cars(plan, carPark)) {
            String id = plan.day().date() + "-" + number;
            boolean missedIn = dice.chance(faults.missIn());
            boolean missedOut = dice.chance(faults.missOut());
            boolean mine = number % lanes == lane;
            number++;
            if (mine && !missedIn) {
                add(outbox, car.in(), "in", car.plate(), id + "-in");
            }
            if (mine && !missedOut) {
                add(outbox, car.out(), "out", car.plate(), id + "-out");
            }
        }
        return outbox.send();
    }

    private void add(Outbox outbox, long at, String direction, String plate, String id) {
        writer.add(outbox, at, "vehicle", out -> {
            out.writeStringField("direction", direction);
            out.writeStringField("plate", plate);
            out.writeStringField("id", id);
        });
    }
}
